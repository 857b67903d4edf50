import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expired } from '../app/dates.js';

const fee = { text: '105 €', until: '2027-08-31' };

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
