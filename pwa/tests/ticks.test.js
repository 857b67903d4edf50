import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTicks, TICK, writeTicks } from '../app/ticks.js';
import { emptyStorage } from './storage.js';

test('ticks are kept in an order of their own, and forgotten when there are none', () => {
  const stored = emptyStorage();
  writeTicks(new Set(['steps#register', 'arriving/register#k3f']));
  assert.equal(stored.get('livret.ticks'), '["arriving/register#k3f","steps#register"]');
  assert.deepEqual([...readTicks()], ['arriving/register#k3f', 'steps#register']);
  writeTicks(new Set());
  assert.equal(stored.size, 0);
});

test('what another version spelt otherwise does no harm', () => {
  const stored = emptyStorage();
  for (const text of ['', '{', 'null', '{"a":1}', '[1,null,"no","Steps#x","steps#register"]']) {
    stored.set('livret.ticks', text);
    assert.deepEqual([...readTicks()], text.includes('register') ? ['steps#register'] : []);
  }
});

test('a tick names a page and a box', () => {
  for (const tick of ['steps#register', 'steps/tax-return#0a9', 'a/b-c#k3f'])
    assert.match(tick, TICK);
  for (const tick of ['', '#k3f', 'steps', 'steps#', 'steps##a', '/steps#a', 'steps/#a', 'a#b c'])
    assert.doesNotMatch(tick, TICK);
});
