import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ids, telling } from './library.js';

test('other names of a thing come from the pack, and a pack without any is searched by its words', () => {
  const questions = [
    { id: 'home/flat', title: 'How do I share a flat?' },
    { id: 'card/lost', title: 'My card is lost.' },
  ];
  assert.equal(telling({ alike: 'flat, gribble' }, questions)('gribble')[0]?.id, 'home/flat');
  const untold = telling(undefined, questions);
  assert.deepEqual(untold('gribble'), []);
  assert.equal(untold('lost card')[0]?.id, 'card/lost');
});

test('another name may have words that say little by themselves', () => {
  const findOne = telling({ stop: 'under over', alike: 'seventeen > under 18' }, [
    { id: 'a/over', title: 'Over 18' },
    { id: 'a/under', title: 'Under 18' },
  ]);
  assert.deepEqual(ids(findOne('seventeen')), ['a/under']);
});

test('a word that may be the beginning of another is called by its other names too', () => {
  const findBoth = telling({ alike: 'hit, beaten' }, [
    { id: 'a/beaten', title: 'I am beaten' },
    { id: 'a/hitchhiking', title: 'May I go hitchhiking?' },
  ]);
  assert.deepEqual(ids(findBoth('hit')).sort(), ['a/beaten', 'a/hitchhiking']);
});

test('the words of another name may stand in the other order', () => {
  const questions = [
    { id: 'a/slip', title: 'What is a slip?' },
    { id: 'a/letter', title: 'What is a letter?' },
  ];
  const told = { stop: 'of', alike: 'application receipt > slip' };
  for (const query of ['application receipt', 'receipt of application'])
    assert.deepEqual(ids(telling(told, questions)(query)), ['a/slip'], query);
});

test('among syllables the order makes the word', () => {
  const told = { alike: 'băng dán, hộp giấy' };
  const findOne = telling(told, [{ id: 'a/box', title: 'Hộp giấy' }], [], 'vi');
  assert.equal(findOne('băng dán')[0]?.id, 'a/box');
  assert.deepEqual(ids(findOne('dán băng')), []);
});
