import assert from 'node:assert/strict';
import { test } from 'node:test';
import { read, write } from '../app/settings.js';

/** @param {PropertyDescriptor} descriptor */
const define = (descriptor) =>
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, ...descriptor });

test('a setting is kept under the name of the app', () => {
  const stored = new Map();
  define({
    value: {
      getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
      removeItem: (/** @type {string} */ key) => stored.delete(key),
    },
  });
  write('localStorage', 'language', 'ar');
  assert.deepEqual([...stored], [['livret.language', 'ar']]);
  assert.equal(read('localStorage', 'language'), 'ar');
  write('localStorage', 'language', null);
  assert.equal(read('localStorage', 'language'), null);
});

test('where the browser allows no storage, a setting lasts as long as the page', () => {
  define({
    get() {
      throw new DOMException('denied', 'SecurityError');
    },
  });
  write('localStorage', 'language', 'zh');
  assert.equal(read('localStorage', 'language'), 'zh');
  write('localStorage', 'language', null);
  assert.equal(read('localStorage', 'language'), null);
});
