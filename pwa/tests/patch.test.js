import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyParts, parsePatch } from '../worker/patch.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const text = (/** @type {Uint8Array} */ made) => new TextDecoder().decode(made);
const OLD = bytes('one two four');

test('parts copy, pass over and insert, in bytes', () => {
  assert.equal(text(applyParts(OLD, [4, -3, 'zwei', 5], 13)), 'one zwei four');
  assert.equal(text(applyParts(OLD, [8, 'drei — ', 4], 21)), 'one two drei — four');
  assert.equal(text(applyParts(OLD, [-12], 0)), '');
  assert.equal(text(applyParts(bytes(''), ['é'], 2)), 'é');
});

test('parts copy from any place, and what is left follows', () => {
  assert.equal(text(applyParts(OLD, [4, [8, 4], -4], 12)), 'one fourfour');
  assert.equal(text(applyParts(OLD, [], 12)), 'one two four');
  assert.equal(text(applyParts(OLD, [[0, 3], '; '], 17)), 'one; one two four');
  assert.equal(text(applyParts(OLD, [-8], 99, 0)), 'four');
});

for (const [what, parts, size] of /** @type {[string, unknown[], number][]} */ ([
  ['copies more than there is', [13], 13],
  ['passes over more than there is', [4, -9], 4],
  ['leaves some of the old over', [4], 4],
  ['leaves the end of the old over', [4, -7], 4],
  ['makes too little', [12], 13],
  ['makes too much by a copy', [12], 11],
  ['makes too much by a text', [12, 'x'], 12],
  ['has a part of a number', [11.5, -0.5], 12],
  ['has an endless part', [Infinity], 12],
  ['has a number as a text', ['12', -12], 12],
  ['has a part of another kind', [12, null], 12],
  ['has a part in a part', [[12]], 12],
  ['has no size', [12], -1],
])) {
  test(`a patch that ${what} makes nothing`, () => {
    assert.throws(() => applyParts(OLD, parts, size), /(Range|Type)Error/);
  });
}

for (const [what, copy] of /** @type {[string, unknown[]][]} */ ([
  ['beyond the old', [8, 5]],
  ['before the old', [-1, 1]],
  ['there backwards', [8, -4]],
  ['within a byte', [0.5, 1]],
  ['nowhere', [null, 1]],
  ['for ever', [0]],
])) {
  test(`a patch that copies from ${what} makes nothing, of whatever size`, () => {
    assert.throws(() => applyParts(OLD, [copy], 99, 0), /(Range|Type)Error/);
  });
}

test('a patch is known by its schema and has a list for each language', () => {
  const parsed = parsePatch(bytes('{"packs":{"ar":[1,-2,"x"],"en":[]},"schema":1}\n'));
  assert.deepEqual([...parsed], [['ar', [1, -2, 'x']], ['en', []]]); // prettier-ignore
  for (const wrong of [
    '',
    'null',
    '[]',
    '{"packs":{}}',
    '{"packs":{"ar":[1]},"schema":3}',
    '{"packs":{"ar":{"0":1}},"schema":1}',
    '{"packs":null,"schema":1}',
    '{"packs":{"ar":[1]},"schema":1',
    '<!doctype html>',
  ])
    assert.throws(() => parsePatch(bytes(wrong)), Error, wrong);
  assert.throws(() => parsePatch(Uint8Array.of(0x22, 0xff, 0x22)), 'no UTF-8');
});
