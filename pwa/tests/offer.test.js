import assert from 'node:assert/strict';
import { test } from 'node:test';
import { offerFor } from '../app/offer.js';

const ready = { facts: { prompt: true }, kept: true, opened: 3, refused: false };

test('the browser is asked to install once the guide is kept and was of use', () => {
  assert.equal(offerFor(ready), 'install');
  assert.equal(offerFor({ ...ready, kept: false }), null);
  assert.equal(offerFor({ ...ready, opened: 2 }), null);
});

test('who said "not now", or has it, is asked no more', () => {
  assert.equal(offerFor({ ...ready, refused: true }), null);
  assert.equal(offerFor({ ...ready, facts: { installed: true } }), null);
});

test('where the browser cannot ask, the way is told; where there is none, nothing', () => {
  assert.equal(offerFor({ ...ready, facts: { ios: true } }), 'how');
  assert.equal(offerFor({ ...ready, facts: { 'in-app': true } }), 'how');
  assert.equal(offerFor({ ...ready, facts: {} }), null);
});
