import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asker, packText } from './library.js';

const ID = 'home/deposit';
const spanish = packText('es', [{ id: ID, title: 'La garantía del piso' }]);
const french = packText('fr', [{ id: ID, title: 'La garantie du logement' }]);
const english = packText('en-GB', [{ id: ID, title: 'The garanties of a flat' }]);

/** Nearest to the French word, and too far from each to be taken for a slip of the finger. */
const TYPED = 'gxrxntie';

/** @param {...string} packs  the reader's language first */
const nearTo = (...packs) => asker(...packs)(TYPED).near;

test('what could be meant is said in the reader’s language first, and in French after it', () => {
  assert.deepEqual(nearTo(spanish, french, english), ['garantía', 'garantie']);
  assert.deepEqual(nearTo(english, french), ['garanties', 'garantie']);
  assert.deepEqual(nearTo(french, english), ['garantie']);
});

test('a word of another language is offered only where there is nothing else', () => {
  const nothing = packText('es', [{ id: ID, title: 'El piso' }]);
  assert.deepEqual(nearTo(nothing, french, english), ['garantie']);
  assert.deepEqual(nearTo(nothing, english), ['garanties']);
});
