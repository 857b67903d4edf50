import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installFacts } from '../app/install.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15';

/**
 * The facts that are so.
 * @param {string} userAgent
 * @param {Partial<{maxTouchPoints: number, standalone: boolean, canPrompt: boolean}>} [other]
 */
const facts = (userAgent, other) =>
  Object.entries(
    installFacts({ userAgent, maxTouchPoints: 0, standalone: false, canPrompt: false, ...other }),
  )
    .filter(([, isSo]) => isSo)
    .map(([name]) => name);

test('an iPhone and an iPad install from their share menu', () => {
  assert.deepEqual(facts(IPHONE, { maxTouchPoints: 5 }), ['ios']);
  assert.deepEqual(facts(MAC, { maxTouchPoints: 5 }), ['ios']);
  assert.deepEqual(facts(MAC), []);
});

test('a browser that offers to install is taken at its word', () => {
  assert.deepEqual(facts(ANDROID), []);
  assert.deepEqual(facts(ANDROID, { canPrompt: true }), ['prompt']);
});

test('a browser inside another app cannot install', () => {
  assert.deepEqual(facts(`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/450.0]`), ['in-app']);
  assert.deepEqual(facts(`${ANDROID} Safari/537.36 Line/14.0.1`), ['in-app']);
  assert.deepEqual(facts(`${ANDROID.replace('K)', 'K; wv)')} Safari/537.36`), ['in-app']);
});

test('what is installed needs no advice', () => {
  assert.deepEqual(facts(IPHONE, { standalone: true }), ['installed']);
});
