import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordFor } from '../app/footer.js';

/** @import {Status} from '../worker/messages.js' */

/** @param {Partial<Status>} [other] */
const status = (other) =>
  /** @type {Status} */ ({
    release: 'one',
    missing: 0,
    work: null,
    reason: null,
    checked: null,
    languages: [
      { code: 'ar', kept: true },
      { code: 'zh', kept: false },
    ],
    ...other,
  });
const failed = { at: 0, reason: /** @type {const} */ ('portal'), detail: '', next: 0 };

test('a kept page says that it opens without network, whatever the last check said', () => {
  assert.equal(wordFor(status(), 'ar', 'one'), 'ready');
  assert.equal(wordFor(status({ checked: failed }), 'ar', 'one'), 'ready');
});

test('work under way is said before all else', () => {
  assert.equal(
    wordFor(status({ work: { done: 0, total: 9, update: true } }), 'ar', 'one'),
    'updating',
  );
});

test('a newer release than the page was opened with is said', () => {
  assert.equal(wordFor(status({ release: 'two' }), 'ar', 'one'), 'updated');
  assert.equal(wordFor(status({ release: 'two' }), 'ar', null), 'ready', 'not on a first visit');
});

test('a page that could not be kept says so, once that is known', () => {
  assert.equal(wordFor(status({ checked: failed }), 'zh', 'one'), 'failed');
  assert.equal(wordFor(status({ reason: 'space' }), 'zh', 'one'), 'failed');
  assert.equal(wordFor(status({ release: null, languages: [] }), 'ar', null), null);
});

test('a page whose files are missing is not called ready', () => {
  assert.equal(wordFor(status({ missing: 1 }), 'ar', 'one'), null);
  assert.equal(wordFor(status({ missing: 1, checked: failed }), 'ar', 'one'), 'failed');
});

test('what the browser cleared is said until it is back', () => {
  const work = { done: 0, total: 9, update: false };
  assert.equal(wordFor(status({ release: null, languages: [], work }), 'ar', null, true), 'cleared');
  assert.equal(wordFor(status(), 'ar', 'one', true), 'ready');
});
