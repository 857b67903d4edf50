import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue, recordAfter } from '../worker/check.js';
import { Failure } from '../worker/failure.js';
import { LIMITS } from '../worker/names.js';

const HOUR = 3_600_000;
const now = Date.UTC(2026, 8, 1);
const success = recordAfter(null, { now, random: 0.5, failure: null }, LIMITS);
const failed = recordAfter(null, { now, random: 0.5, failure: new Failure('network', '') }, LIMITS);
const moment = /** @type {const} */ ({ now, cause: 'start', lacking: false });

test('a phone that never checked does so at once', () => {
  assert.ok(isDue(null, moment, LIMITS));
});

test('after success the next check is some three hours away, spread by chance', () => {
  const next = (/** @type {number} */ random) =>
    recordAfter(null, { now, random, failure: null }, LIMITS).next - now;
  assert.equal(next(0), 2.4 * HOUR);
  assert.equal(next(0.5), 3 * HOUR);
  assert.ok(next(0.999) < 3.6 * HOUR);
});

test('only a reader who asks is not made to wait', () => {
  const later = { ...moment, now: now + HOUR };
  assert.ok(!isDue(success, later, LIMITS));
  assert.ok(!isDue(success, { ...later, cause: 'visible' }, LIMITS));
  assert.ok(!isDue(success, { ...later, cause: 'online' }, LIMITS));
  assert.ok(isDue(success, { ...later, cause: 'asked' }, LIMITS));
});

test('what is missing is fetched at once after success, but not against a broken network', () => {
  assert.ok(isDue(success, { ...moment, lacking: true }, LIMITS));
  assert.ok(!isDue(failed, { ...moment, lacking: true }, LIMITS));
});

test('"online" counts only after a failure, and not in the same breath', () => {
  assert.ok(!isDue(failed, { ...moment, cause: 'online' }, LIMITS));
  assert.ok(isDue(failed, { ...moment, now: now + LIMITS.breath, cause: 'online' }, LIMITS));
});

test('a clock that was set back does not stop checks for a year', () => {
  assert.ok(
    isDue({ ...success, at: now + 365 * 24 * HOUR, next: now + 365 * 24 * HOUR }, moment, LIMITS),
  );
});

test('success ends the row of failures, and the audit is remembered', () => {
  const audit = { at: now, files: 3, damaged: [] };
  const record = recordAfter({ ...failed, audit }, { now, random: 0, failure: null }, LIMITS);
  assert.equal(record.failures, 0);
  assert.equal(record.reason, null);
  assert.equal(record.audit, audit);
});

test('phones that lost the network together come back apart', () => {
  const broken = new Failure('network', '');
  for (const [failures, wait] of [
    [1, 30],
    [2, 60],
    [5, 480],
    [30, 3 * 3600],
  ]) {
    const before = { ...failed, failures: (failures ?? 0) - 1 };
    const waits = [0, 0.25, 0.5, 0.75, 0.999].map((random) => {
      const { next } = recordAfter(before, { now, random, failure: broken }, LIMITS);
      return (next - now) / 1000 / (wait ?? 1);
    });
    assert.ok(Math.min(...waits) >= 0.8 && Math.max(...waits) <= 1.2, `${waits}`);
    assert.ok(Math.max(...waits) - Math.min(...waits) > 0.3, 'spread over a good part of the wait');
  }
});
