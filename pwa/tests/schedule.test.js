import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDue, plan } from '../app/steps/schedule.js';

/** @typedef {import('../app/steps/schedule.js').Step} Step */
/** @typedef {import('../app/steps/schedule.js').Reader} Reader */

/**
 * @param {string} key
 * @param {Partial<Step>} [rest]
 * @returns {Step}
 */
const step = (key, rest = {}) => ({
  key,
  anchor: 'arrival',
  after: { number: 3, unit: 'month' },
  when: 'by',
  audiences: [],
  nationalities: [],
  ...rest,
});

/**
 * @param {Partial<Reader>} [rest]
 * @returns {Reader}
 */
const reader = (rest = {}) => ({
  who: { audience: '', nationality: '' },
  dates: { arrival: '2026-09-15' },
  done: new Set(),
  today: '2026-11-30',
  ...rest,
});

/** @param {ReturnType<typeof plan>} groups */
const keys = (groups) =>
  Object.fromEntries(
    Object.entries(groups)
      .filter(([, steps]) => steps.length)
      .map(([group, steps]) => [group, steps.map((planned) => planned.step.key)]),
  );

test('a step is due on its day and past the day after', () => {
  const steps = [step('validate')];
  assert.deepEqual(keys(plan(steps, reader({ today: '2026-12-15' }))), { next: ['validate'] });
  assert.deepEqual(keys(plan(steps, reader({ today: '2026-12-16' }))), { past: ['validate'] });
  assert.equal(plan(steps, reader()).next[0]?.day, '2026-12-15');
});

test('what must be done today stands before what has been possible for a while', () => {
  const steps = [
    step('possible', { after: { number: 1, unit: 'day' }, when: 'from' }),
    step('tomorrow', { after: { number: 77, unit: 'day' } }),
    step('today', { after: { number: 76, unit: 'day' } }),
  ];
  const { next } = plan(steps, reader());
  assert.deepEqual(next.map((planned) => planned.step.key), ['today', 'possible', 'tomorrow']);
  assert.deepEqual(next.map((planned) => isDue(planned, '2026-11-30')), [true, false, false]);
});

test('the next steps stand in the order of their days, the others in that of the guide', () => {
  const steps = [
    step('late', { after: { number: 9, unit: 'month' } }),
    step('b', { anchor: 'permit-end' }),
    step('soon', { after: { number: 12, unit: 'week' } }),
    step('same day', { after: { number: 84, unit: 'day' } }),
    step('a', { anchor: 'permit-end' }),
  ];
  assert.deepEqual(keys(plan(steps, reader())), {
    next: ['soon', 'same day', 'late'],
    undated: ['b', 'a'],
  });
});

test('what was due before a journey that is over is no deadline that was missed', () => {
  const steps = [step('visa', { after: { number: -2, unit: 'month' } })];
  assert.deepEqual(keys(plan(steps, reader())), { before: ['visa'] });
  assert.deepEqual(keys(plan(steps, reader({ today: '2026-08-01' }))), { past: ['visa'] });
  assert.deepEqual(keys(plan(steps, reader({ today: '2026-07-15' }))), { next: ['visa'] });
});

test('a first day and a day to go by do not pass', () => {
  const opens = step('renew', {
    anchor: 'permit-end',
    after: { number: -4, unit: 'month' },
    when: 'from',
  });
  const around = step('birthday', { anchor: 'birth', after: null });
  const dates = { 'permit-end': '2027-02-28', birth: '2026-10-01' };
  const { next } = plan([opens, around], reader({ dates }));
  assert.deepEqual(
    next.map(({ kind, day }) => [kind, day]),
    [
      ['from', '2026-10-28'],
      ['around', '2026-10-01'],
    ],
  );
});

test('a day that no rule sets is never missed: it waits among what is open', () => {
  const steps = [
    step('account', { after: { number: 2, unit: 'week' }, when: 'suggested' }),
    step('phone', { after: { number: 1, unit: 'week' }, when: 'suggested' }),
    step('classes', { after: { number: 3, unit: 'month' }, when: 'suggested' }),
    step('papers', { after: { number: -1, unit: 'week' }, when: 'suggested' }),
  ];
  const groups = plan(steps, reader());
  assert.deepEqual(keys(groups), {
    next: ['classes'],
    open: ['phone', 'account'],
    before: ['papers'],
  });
  assert.deepEqual(groups.open[0], {
    step: steps[1],
    group: 'open',
    kind: 'suggested',
    day: '2026-09-22',
  });
  assert.deepEqual(keys(plan(steps, reader({ today: '2026-09-22' }))).next, [
    'phone',
    'account',
    'classes',
  ]);
});

test('steps for other people are set apart, and nothing is excluded by what was not said', () => {
  const steps = [
    step('all'),
    step('students', { audiences: ['student', 'family'] }),
    step('algeria', { nationalities: ['algeria'] }),
    step('both', { audiences: ['student'], nationalities: ['uk', 'eu'] }),
  ];
  assert.deepEqual(keys(plan(steps, reader())).next?.length, 4);
  const who = { audience: 'student', nationality: 'eu' };
  assert.deepEqual(keys(plan(steps, reader({ who }))), {
    next: ['all', 'students', 'both'],
    others: ['algeria'],
  });
  const researcher = { audience: 'researcher', nationality: '' };
  assert.deepEqual(keys(plan(steps, reader({ who: researcher }))).others, ['students', 'both']);
});

test('what is done is done, for whomever and whenever it was', () => {
  const steps = [step('past', { after: { number: 1, unit: 'week' } }), step('b')];
  const done = new Set(['past', 'unknown']);
  const who = { audience: 'family', nationality: '' };
  assert.deepEqual(keys(plan(steps, reader({ done, who }))), { done: ['past'], next: ['b'] });
});
