import assert from 'node:assert/strict';
import { test } from 'node:test';
import { obstacleOf, storageAllowed } from '../app/obstacle.js';
import { emptyStorage } from './storage.js';

test('the nearest reason is named', () => {
  const fine = { secure: true, storage: true, workers: true };
  assert.equal(obstacleOf(fine), null);
  assert.equal(obstacleOf({ ...fine, workers: false }), 'no-workers');
  assert.equal(obstacleOf({ ...fine, workers: false, storage: false }), 'blocked');
  assert.equal(obstacleOf({ secure: false, storage: false, workers: false }), 'insecure');
});

test('storage is allowed where it can be used', async () => {
  emptyStorage();
  const define = (/** @type {() => Promise<string[]>} */ keys) =>
    Object.defineProperty(globalThis, 'caches', { configurable: true, value: { keys } });
  define(async () => []);
  assert.ok(await storageAllowed());
  define(() => Promise.reject(new DOMException('denied', 'SecurityError')));
  assert.ok(!(await storageAllowed()));
  Object.defineProperty(globalThis, 'caches', { configurable: true, value: undefined });
  assert.ok(!(await storageAllowed()), 'as on an address without https');
});
