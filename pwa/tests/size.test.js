import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

/** @param {string} name  in dist/ */
const onTheWire = (name) =>
  brotliCompressSync(readFileSync(new URL(`../dist/${name}`, import.meta.url))).length;

test('the worker stays small: every phone asks for it again and again', () => {
  assert.ok(onTheWire('sw.js') <= 8500, `${onTheWire('sw.js')} bytes`);
});

test('the worker that ends the guide is next to nothing', () => {
  assert.ok(onTheWire('retire.js') <= 400);
});
