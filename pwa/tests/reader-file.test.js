import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFile, Refused, writeFile } from '../app/steps/reader-file.js';

const entered = {
  who: { audience: 'student', nationality: 'non-eu' },
  days: { arrival: '2026-09-15', 'permit-end': '2027-08-31' },
  ticks: ['arriving/register#k3f', 'steps#register', 'steps/register#0a9'],
};
const text = writeFile(entered, '2026-11-30');

/**
 * The file with some of it changed.
 * @param {Record<string, unknown>} change
 */
const changed = (change) => JSON.stringify({ ...JSON.parse(text), ...change });

/** @param {string} file */
function refusal(file) {
  try {
    readFile(file);
  } catch (error) {
    if (error instanceof Refused) return [error.reason, error.place].filter(Boolean).join(' ');
    throw error;
  }
  return 'read';
}

test('what is written can be read, and is the same', () => {
  assert.deepEqual(readFile(text), entered);
  const nothing = { who: { audience: '', nationality: '' }, days: {}, ticks: [] };
  assert.deepEqual(readFile(writeFile(nothing, '2026-11-30')), nothing);
});

test('a file says what it is', () => {
  const { format, version, saved } = JSON.parse(text);
  assert.deepEqual([format, version, saved], ['livret-reader', 1, '2026-11-30']);
  assert.ok(text.endsWith('}\n'));
});

test('another file is refused, and the reason told', () => {
  assert.equal(refusal(''), 'unreadable');
  assert.equal(refusal(text.slice(0, -5)), 'unreadable');
  assert.equal(refusal('<html>'), 'unreadable');
  for (const file of ['null', '[]', '1', '"x"', '{}', changed({ format: 'other' })])
    assert.equal(refusal(file), 'foreign');
  assert.equal(refusal(changed({ version: 2 })), 'newer');
  assert.equal(refusal(changed({ version: 2, saved: 'whatever', more: 1 })), 'newer');
  assert.equal(refusal(`${text}${' '.repeat(1_000_000)}`), 'large');
});

test('the place of a wrong value is told', () => {
  const { who, days } = entered;
  /** @type {[Record<string, unknown>, string][]} */
  const cases = [
    [{ version: '1' }, 'version'],
    [{ version: 0 }, 'version'],
    [{ version: 1.5 }, 'version'],
    [{ saved: '2026-02-30' }, 'saved'],
    [{ saved: undefined }, 'saved'],
    [{ more: 1 }, 'more'],
    [{ who: undefined }, 'who'],
    [{ who: [] }, 'who'],
    [{ who: { audience: 'student' } }, 'who.nationality'],
    [{ who: { ...who, audience: 1 } }, 'who.audience'],
    [{ who: { ...who, audience: '<b>' } }, 'who.audience'],
    [{ who: { ...who, name: 'x' } }, 'who.name'],
    [{ days: null }, 'days'],
    [{ days: { ...days, arrival: '2026-2-1' } }, 'days.arrival'],
    [{ days: { 'A b': '2026-02-01' } }, 'days.A b'],
    [{ ticks: {} }, 'ticks'],
    [{ ticks: ['steps#register', 'no'] }, 'ticks[1]'],
    [{ ticks: [3] }, 'ticks[0]'],
  ];
  for (const [change, place] of cases) assert.equal(refusal(changed(change)), `wrong ${place}`);
});

test('names that mean something to JavaScript are only names', () => {
  const file = text.replace('"arrival"', '"__proto__"');
  assert.equal(refusal(file), 'wrong days.__proto__');
  assert.equal(refusal(text.replace('"saved"', '"constructor"')), 'wrong constructor');
});
