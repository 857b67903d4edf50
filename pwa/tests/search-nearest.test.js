import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asker, packText } from './library.js';

const ID = 'home/deposit';
const spanish = packText('es', [{ id: ID, title: 'La administración del piso' }]);
const french = packText('fr', [{ id: ID, title: 'L’administration du logement' }]);
const english = packText('en-GB', [{ id: ID, title: 'The administrations of a flat' }]);

/** Nearest to the French word, and too far from each to be taken for a slip of the finger. */
const TYPED = 'admxnxstrxtion';

/** @param {...string} packs  the reader's language first */
const nearTo = (...packs) => asker(...packs)(TYPED).near;

test('what could be meant is said in the reader’s language first, and in French after it', () => {
  assert.deepEqual(nearTo(spanish, french, english), ['administración', 'administration']);
  assert.deepEqual(nearTo(english, french), ['administrations', 'administration']);
  assert.deepEqual(nearTo(french, english), ['administration']);
});

test('a word of a language that the reader did not choose is not offered', () => {
  const nothing = packText('es', [{ id: ID, title: 'El piso' }]);
  assert.deepEqual(nearTo(nothing, french, english), ['administration']);
  assert.deepEqual(nearTo(nothing, english), []);
});

test('what is no more than a little like a word is another word', () => {
  const ask = asker(packText('en', [{ id: ID, title: 'Register at the bank, by telephone' }]));
  for (const query of ['zrgistqr', 'banxyz', 'xylophone']) assert.deepEqual(ask(query).near, []);
});
