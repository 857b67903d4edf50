import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, expired } from '../app/dates.js';

const fee = { text: '105 €', until: '2027-08-31' };

test('the day is the one of the place where the reader is', () => {
  const zone = process.env['TZ'];
  const moment = new Date('2027-08-31T23:30:00Z');
  process.env['TZ'] = 'Europe/Paris';
  assert.equal(dayOf(moment), '2027-09-01');
  process.env['TZ'] = 'America/Sao_Paulo';
  assert.equal(dayOf(moment), '2027-08-31');
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('days before the year 1000 and single digits keep their order', () => {
  assert.equal(dayOf(new Date(2027, 0, 5)), '2027-01-05');
  const early = new Date(2027, 0, 5);
  early.setFullYear(970);
  assert.ok(dayOf(early) < fee.until, 'a phone without a clock calls nothing expired');
});

test('a figure holds on its last day and not on the next', () => {
  assert.deepEqual(expired('2027-08-31', [fee]), []);
  assert.deepEqual(expired('2027-09-01', [fee]), [fee]);
});

test('a figure that stands twice on a page is told once', () => {
  const rent = { text: '600 €', until: '2026-12-31' };
  assert.deepEqual(expired('2028-01-01', [fee, rent, { ...fee }]), [fee, rent]);
});

test('two figures that read alike but end on different days are both told', () => {
  const other = { ...fee, until: '2027-01-31' };
  assert.deepEqual(expired('2028-01-01', [fee, other]), [fee, other]);
});
