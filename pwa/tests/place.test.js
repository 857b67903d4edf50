import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distance, firstSeen, offsetOf } from '../app/place.js';

/**
 * A block at a height of the page; `inner` are the blocks inside it.
 * @param {string} name
 * @param {number} top
 * @param {number} height
 * @param {{name: string}[]} [inner]
 */
const block = (name, top, height, inner = []) => ({
  name,
  getBoundingClientRect: () => ({ top, height, bottom: top + height }),
  contains: (/** @type {{name: string}} */ other) => inner.includes(other),
});

test('the block in view is the first that reaches below the top', () => {
  const blocks = [block('gone', -300, 200), block('half', -100, 200), block('whole', 100, 50)];
  assert.equal(firstSeen(blocks, 0)?.name, 'half');
  assert.equal(firstSeen(blocks, 100)?.name, 'whole', 'below a bar of 100 pixels');
  assert.equal(firstSeen(blocks, 500), undefined);
});

test('inside a list it is the item, not the list', () => {
  const items = [block('read', -90, 50), block('next', -40, 60), block('later', 20, 50)];
  assert.equal(
    firstSeen([block('list', -100, 300, items), ...items, block('after', 200, 50)], 0)?.name,
    'next',
  );
});

test('what is not shown is passed over', () => {
  assert.equal(firstSeen([block('hidden', 50, 0), block('shown', 60, 20)], 0)?.name, 'shown');
});

test('a block below the top comes back at the same height', () => {
  const offset = offsetOf({ top: 140, bottom: 200, height: 60 }, 40);
  assert.equal(offset, 100);
  assert.equal(distance({ top: 900, bottom: 1100, height: 200 }, 40, offset), 760);
});

test('a block half read comes back half read, however long it is in the other language', () => {
  const offset = offsetOf({ top: -100, bottom: 100, height: 200 }, 0);
  assert.equal(offset, -0.5);
  assert.equal(distance({ top: 1000, bottom: 1400, height: 400 }, 0, offset), 1200);
});
