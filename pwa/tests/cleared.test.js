import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { forgetKept, lastClearing, lostBy, noteClearing, rememberKept } from '../app/cleared.js';
import { emptyStorage } from './storage.js';

/** @import {Status} from '../worker/messages.js' */

let stored = emptyStorage();
beforeEach(() => void (stored = emptyStorage()));

/** @param {Partial<Status>} other */
const status = (other) => /** @type {Status} */ ({ release: null, reason: null, languages: [], ...other });

const kept = status({
  release: 'r1',
  languages: /** @type {any} */ ([
    { code: 'ar', kept: true, removed: false },
    { code: 'fr', kept: true, removed: false },
    { code: 'zh', kept: false, removed: true },
    { code: 'en', kept: false, removed: false },
  ]),
});

test('a phone that never kept anything has lost nothing', () => {
  assert.equal(lostBy(status({})), null);
});

test('a pointer that is gone is a loss, and what it named is known', () => {
  rememberKept(kept);
  assert.equal(lostBy(kept), null);
  assert.deepEqual(lostBy(status({})), { languages: ['ar', 'fr'], removed: ['zh'] });
});

test('an empty status is not remembered over what is lost', () => {
  rememberKept(kept);
  rememberKept(status({}));
  assert.deepEqual(lostBy(status({}))?.languages, ['ar', 'fr']);
});

test('a browser that lets nothing be read has not cleared anything', () => {
  rememberKept(kept);
  assert.equal(lostBy(status({ reason: 'storage' })), null);
});

test('what the reader took off is not missing', () => {
  rememberKept(kept);
  noteClearing(5);
  forgetKept();
  assert.equal(lostBy(status({})), null);
  assert.equal(lastClearing(), null);
});

test('the day of a clearing is remembered', () => {
  assert.equal(lastClearing(), null);
  noteClearing(1234);
  assert.equal(lastClearing(), 1234);
});

test('rubbish is no memory', () => {
  for (const rubbish of ['{', 'null', '{"languages":1}']) {
    stored.set('livret.kept', rubbish);
    assert.equal(lostBy(status({})), null);
  }
});
