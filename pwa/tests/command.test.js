import assert from 'node:assert/strict';
import { test } from 'node:test';
import { carryOut } from '../worker/command.js';
import { guide } from './guide.js';
import { phone } from './phone.js';

/** @import {Status} from '../worker/messages.js' */

test('each request of the protocol is answered with a status', async () => {
  const { world } = phone(guide('first'));
  for (const message of [
    { type: 'status' },
    { type: 'keep', languages: ['ar'], reader: 'ar', cause: 'start' },
    { type: 'keep', languages: [], cause: 'online' },
    { type: 'verify' },
    { type: 'remove', language: 'ar' },
  ]) {
    const reply = await carryOut(world, message);
    assert.equal(reply.type, 'status', JSON.stringify(message));
    assert.equal(/** @type {Status} */ (reply).reason, null);
  }
});

test('what a page has fetched of the network is used', async () => {
  const { world, network } = phone(guide('first'));
  const release = new TextDecoder().decode(network.files.get('/release.json')?.bytes);
  await carryOut(world, { type: 'keep', languages: ['ar'], cause: 'start', release });
  assert.ok(!network.paths().includes('/release.json'));
});

test('a message of another kind is answered, so that no page waits', async () => {
  const { world, network } = phone(guide('first'));
  for (const message of [
    null,
    undefined,
    'keep',
    {},
    { type: 'constructor' },
    { type: 'remove' },
    { type: 'keep', cause: 'start' },
    { type: 'keep', languages: 'ar', cause: 'start' },
    { type: 'keep', languages: [1], cause: 'start' },
    { type: 'keep', languages: ['ar'], cause: 'whim' },
  ]) {
    assert.deepEqual(await carryOut(world, message), { type: 'unknown' });
  }
  assert.deepEqual(network.asked, []);
});

test('a phone without locks to be had still tells what it has', async () => {
  const { world } = phone(guide('first'));
  const locks = /** @type {any} */ ({ request: () => Promise.reject(new Error('denied')) });
  const reply = await carryOut(
    { ...world, locks },
    { type: 'keep', languages: ['ar'], cause: 'start' },
  );
  assert.equal(/** @type {Status} */ (reply).reason, 'storage');
});
