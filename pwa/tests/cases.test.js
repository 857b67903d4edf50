import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isForOthers } from '../app/cases.js';

const nobody = { audience: '', nationality: '' };

test('who said nothing is told nothing is for others', () => {
  assert.equal(isForOthers({ audiences: ['student'], nationalities: ['eu'] }, nobody), false);
});

test('a part for other nationals is for others, whatever the audience', () => {
  const part = { audiences: [], nationalities: ['eu', 'uk'] };
  assert.equal(isForOthers(part, { audience: 'student', nationality: 'non-eu' }), true);
  assert.equal(isForOthers(part, { audience: 'student', nationality: 'uk' }), false);
  assert.equal(isForOthers(part, { audience: 'student', nationality: '' }), false);
});

test('a part for an audience and for nationals wants both', () => {
  const part = { audiences: ['student'], nationalities: ['eu'] };
  assert.equal(isForOthers(part, { audience: 'student', nationality: 'eu' }), false);
  assert.equal(isForOthers(part, { audience: 'researcher', nationality: 'eu' }), true);
});
