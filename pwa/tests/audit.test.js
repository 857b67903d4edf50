import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep, verify } from '../worker/keep.js';
import { statusOf } from '../worker/status.js';
import { packPath } from './guide.js';
import { assertWhole, first, wish, withFirst } from './keeping.js';

const DAY = 86_400_000;

/** @typedef {Awaited<ReturnType<typeof withFirst>>} Device */

/** @param {Device} device */
function damage(device) {
  const file = device.stored(packPath(first, 'ar'));
  if (file) file.bytes = file.bytes.map((byte) => byte ^ 1);
}

/** @param {Device} device */
const start = async ({ world }) => keep(world, wish('start'));

test('a week after it came, every kept byte is read again, with no network at all', async () => {
  const device = await withFirst();
  device.network.break(/./, 'hang');
  damage(device);
  device.clock.now += 6 * DAY;
  assert.equal((await start(device)).audit, null);
  device.clock.now += 1.1 * DAY;
  const { audit, missing, reason } = await start(device);
  assert.deepEqual(audit, { at: device.clock.now, files: 4, damaged: [packPath(first, 'ar')] });
  assert.equal(missing, 1, 'a damaged file is taken away, so that it cannot be shown');
  assert.equal(reason, 'slow');
});

test('what the weekly reading finds is fetched in the same visit, and told as mended', async () => {
  const device = await withFirst();
  device.network.publish(first);
  damage(device);
  device.clock.now += 8 * DAY;
  const status = await start(device);
  assert.deepEqual(status.audit, { at: device.clock.now, files: 4, damaged: [] });
  assert.equal(status.missing, 0);
  assertWhole(device);
});

test('a kept file that lost its type is fetched again', async () => {
  const device = await withFirst();
  device.network.publish(first);
  const path = packPath(first, 'ar');
  const file = device.stored(path);
  if (file) file.headers = [['content-type', 'text/plain']];
  device.clock.now += 8 * DAY;
  assert.deepEqual((await start(device)).audit?.damaged, []);
  assert.ok(device.stored(path) !== file, 'what lost its type is another file now');
  assertWhole(device);
});

test('the next reading is a week after the last', async () => {
  const device = await withFirst();
  device.clock.now += 8 * DAY;
  const at = device.clock.now;
  await start(device);
  device.clock.now += 6 * DAY;
  assert.equal((await start(device)).audit?.at, at);
  device.clock.now += 2 * DAY;
  assert.equal((await start(device)).audit?.at, device.clock.now);
});

test('a clock that was set back does not put the reading off', async () => {
  const device = await withFirst();
  device.clock.now += 400 * DAY;
  await start(device);
  device.clock.now -= 400 * DAY;
  assert.equal((await start(device)).audit?.at, device.clock.now);
});

test('a file that is gone is counted at once, before anything is fetched', async () => {
  const device = await withFirst();
  assert.equal((await statusOf(device.world)).missing, 0);
  device.cache.stored.delete(packPath(first, 'fr'));
  assert.equal((await statusOf(device.world)).missing, 1);
});

test('a test of a phone that never asked the network invents no check', async () => {
  const device = await withFirst();
  device.cache.stored.delete('/checked.json');
  const status = await verify(device.world);
  assert.equal(status.audit?.files, 4);
  assert.equal(status.checked, null);
});
