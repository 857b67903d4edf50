import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, first, others, SMALL } from '../app/languages.js';

/** @import {LanguageStatus, Status} from '../worker/messages.js' */

/** @param {Partial<LanguageStatus>[]} languages */
const status = (...languages) =>
  /** @type {Status} */ ({
    languages: languages.map((each) => ({ kept: false, removed: false, transfer: 1000, ...each })),
  });

test('the language of an address is its first segment', () => {
  assert.equal(codeOf('/ar/health/'), 'ar');
  assert.equal(codeOf('/zh-hans/'), 'zh-hans');
  for (const path of ['/', '/ar', '/assets/x', '/AR/', '/a/'])
    assert.equal(codeOf(path), null, path);
});

test('first come the page and its companion, each once', () => {
  assert.deepEqual(first('ar', 'fr'), ['ar', 'fr']);
  assert.deepEqual(first('fr', 'fr'), ['fr']);
  assert.deepEqual(first('ar', undefined), ['ar']);
  assert.deepEqual(first(null, 'fr'), ['fr']);
});

test('the others follow when they are small together', () => {
  assert.deepEqual(
    others(status({ code: 'en' }, { code: 'zh' }, { code: 'ar', kept: true }), false),
    ['en', 'zh'],
  );
  const half = SMALL / 2;
  assert.deepEqual(
    others(status({ code: 'en', transfer: half }, { code: 'zh', transfer: half }), false),
    [],
  );
  assert.deepEqual(
    others(status({ code: 'en', transfer: half }, { code: 'zh', transfer: half - 1 }), false),
    ['en', 'zh'],
  );
});

test('nothing follows by itself where the reader saves data or took it away', () => {
  assert.deepEqual(others(status({ code: 'en' }), true), []);
  assert.deepEqual(others(status({ code: 'en', removed: true }, { code: 'zh' }), false), ['zh']);
});
