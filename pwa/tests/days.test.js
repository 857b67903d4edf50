import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysBetween, isDay, shift } from '../app/steps/days.js';

/** @typedef {import('../app/steps/days.js').Unit} Unit */

test('a month keeps the number of the day, and ends with a month that is too short', () => {
  /** @type {[string, number, string][]} */
  const cases = [
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2026-06-30', -4, '2026-02-28'],
    ['2028-06-30', -4, '2028-02-29'],
    ['2026-12-31', -4, '2026-08-31'],
    ['2027-01-31', -4, '2026-09-30'],
    ['2026-03-01', -4, '2025-11-01'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-09-15', 36, '2029-09-15'],
    ['2026-09-15', 0, '2026-09-15'],
    ['2100-01-31', 1, '2100-02-28'],
    ['2000-01-31', 1, '2000-02-29'],
  ];
  for (const [day, months, expected] of cases)
    assert.equal(shift(day, months, 'month'), expected, `${day} ${months}`);
});

test('days and weeks cross months, years and the change of the clocks', () => {
  assert.equal(shift('2026-12-31', 1, 'day'), '2027-01-01');
  assert.equal(shift('2026-03-28', 2, 'day'), '2026-03-30');
  assert.equal(shift('2026-10-24', 2, 'day'), '2026-10-26');
  assert.equal(shift('2028-03-01', -1, 'day'), '2028-02-29');
  assert.equal(shift('2026-01-05', -2, 'week'), '2025-12-22');
  assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
  assert.equal(daysBetween('2026-03-01', '2026-02-28'), -1);
});

test('only days that exist are days', () => {
  for (const day of ['2026-01-01', '2028-02-29', '1900-01-01', '2199-12-31'])
    assert.ok(isDay(day), day);
  const wrong = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '1899-12-31'];
  for (const day of [...wrong, '2200-01-01', '0099-01-01', '2026-01-01T00:00', '', null, 20260101])
    assert.ok(!isDay(day), String(day));
});

/** Pseudo-random numbers with a seed, so that a failure can be seen again. */
function* numbers(seed = 7) {
  for (;;) yield (seed = (seed * 48_271) % 2_147_483_647);
}

test('whatever the day and the months: the month is right, and the day is never later', () => {
  const random = numbers();
  const next = (/** @type {number} */ below) => Number(random.next().value) % below;
  for (let count = 0; count < 20_000; count += 1) {
    const day = shift('1960-01-01', next(80_000), 'day');
    const months = next(120) - 60;
    const moved = shift(day, months, 'month');
    const monthOf = (/** @type {string} */ text) =>
      Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    assert.ok(isDay(moved));
    assert.equal(monthOf(moved), monthOf(day) + months, `${day} ${months}`);
    assert.ok(moved.slice(8) <= day.slice(8));
    // Where the number of the day was lost, it was for the last day of a month.
    if (moved.slice(8) < day.slice(8)) assert.equal(shift(moved, 1, 'day').slice(8), '01');
    const days = next(4000) - 2000;
    assert.equal(daysBetween(day, shift(day, days, 'day')), days);
    assert.equal(shift(shift(day, days, 'day'), -days, 'day'), day);
  }
});
