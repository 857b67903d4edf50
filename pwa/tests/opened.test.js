import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  changedSince,
  dayOf,
  forgetOpenings,
  noteOpening,
  openAgain,
  readOpenings,
} from '../app/opened.js';
import { emptyStorage } from './storage.js';

let stored = emptyStorage();
beforeEach(() => void (stored = emptyStorage()));

const old = { code: 'ar', version: '1.a' };
const now = { code: 'ar', version: '2.b' };
const at = (/** @type {number} */ day, hour = 12) => new Date(2026, 10, day, hour);

test('the first reading of an answer marks nothing', () => {
  assert.equal(noteOpening('/a/b/', old, at(3)), undefined);
  assert.deepEqual(readOpenings(), { '/a/b/': { ...old, on: '2026-11-03' } });
});

test('another edition names the day of the last reading, all day long and no longer', () => {
  noteOpening('/a/b/', old, at(3));
  noteOpening('/a/b/', old, at(4));
  assert.equal(noteOpening('/a/b/', now, at(9, 8)), '2026-11-04');
  assert.equal(noteOpening('/a/b/', now, at(9, 20)), '2026-11-04', 'after a reload too');
  assert.equal(noteOpening('/a/b/', now, at(10)), undefined);
});

test('a change of language says nothing by itself, and hides nothing', () => {
  noteOpening('/a/b/', old, at(3));
  assert.equal(noteOpening('/a/b/', { code: 'fr', version: '1.x' }, at(4)), undefined);
  assert.equal(noteOpening('/a/b/', { code: 'zh', version: '2.y' }, at(5)), '2026-11-04');
  assert.equal(noteOpening('/a/b/', { code: 'fr', version: '2.z' }, at(5)), '2026-11-04');
});

test('two editions on one day leave the day before last in place', () => {
  const second = openAgain({ ...old, on: '2026-11-03' }, now, '2026-11-09');
  const third = openAgain(second, { code: 'ar', version: '3.c' }, '2026-11-09');
  assert.equal(third.before, '2026-11-09');
});

test('lists mark what was opened and has changed, nothing else', () => {
  noteOpening('/a/same/', old, at(3));
  noteOpening('/a/changed/', old, at(3));
  noteOpening('/a/gone/', old, at(3));
  const versions = { '/a/same/': '1.a', '/a/changed/': '2.b', '/a/never-opened/': '9.z' };
  assert.deepEqual([...changedSince(readOpenings(), versions, 'ar')], ['/a/changed/']);
});

test('what is stored can be forgotten, and rubbish is none', () => {
  noteOpening('/a/b/', old, at(3));
  forgetOpenings();
  assert.equal(stored.size, 0);
  for (const rubbish of ['{', 'null']) {
    stored.set('livret.opened', rubbish);
    assert.deepEqual(readOpenings(), {});
  }
});

test('a day is that of the phone, not of Greenwich', () => {
  assert.equal(dayOf(new Date(2026, 0, 5, 0, 1)), '2026-01-05');
  assert.equal(dayOf(new Date(2026, 11, 31, 23, 59)), '2026-12-31');
});
