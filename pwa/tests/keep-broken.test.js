import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep, verify } from '../worker/keep.js';
import { packPath } from './guide.js';
import { asked, assertWhole, first, second, third, wish, withFirst } from './keeping.js';
import { phone } from './phone.js';

/** @import {Fault} from './phone.js' */

for (const [fault, reason] of /** @type {[Fault, string][]} */ ([
  ['offline', 'network'],
  ['hang', 'slow'],
  ['stall', 'slow'],
  ['cut', 'cut'],
  ['wrong', 'wrong'],
  ['portal', 'portal'],
  ['page', 'portal'],
  ['redirect', 'portal'],
  [404, 'server'],
  [500, 'server'],
  [206, 'server'],
])) {
  test(`a pack that meets "${fault}" leaves the old release as it was`, async () => {
    const device = await withFirst();
    const before = device.kept();
    device.network.break(packPath(second, 'ar'), fault);
    const status = await keep(device.world, wish('asked'));
    assert.equal(status.reason, reason);
    assert.equal(status.checked?.reason, reason);
    assert.deepEqual(device.kept(), before);
    assertWhole(device);
    device.network.heal();
    device.network.asked = [];
    assert.equal((await keep(device.world, wish('asked'))).release, second.id);
    const arrived = device.network.paths();
    assert.ok(arrived.includes(packPath(second, 'ar')));
    assert.ok(!arrived.includes(packPath(second, 'fr')), 'what had arrived is not fetched again');
  });
}

for (const [fault, reason] of /** @type {[Fault, string][]} */ ([
  ['offline', 'network'],
  ['hang', 'slow'],
  ['stall', 'slow'],
  ['cut', 'release'],
  ['wrong', 'release'],
  ['portal', 'portal'],
  ['page', 'portal'],
  ['redirect', 'portal'],
  [404, 'server'],
  [503, 'server'],
])) {
  test(`a release.json that meets "${fault}" leaves the old release as it was`, async () => {
    const device = await withFirst();
    const before = device.kept();
    device.network.break('/release.json', fault);
    assert.equal((await keep(device.world, wish('asked'))).reason, reason);
    assert.deepEqual(device.kept(), before);
    assertWhole(device);
  });
}

test('a wrong byte in the HTTP cache is got past', async () => {
  const device = await withFirst();
  device.network.break(/./, 'stale');
  assert.equal((await keep(device.world, wish('asked'))).release, second.id);
  assert.deepEqual(
    device.network.asked
      .filter(({ path }) => path === packPath(second, 'ar'))
      .map(({ cache }) => cache),
    ['default', 'reload'],
  );
});

/**
 * Updates a phone whose worker is killed after a number of changes to the cache, then starts anew.
 * @param {number} killedAt  0 lets it finish
 * @returns {Promise<number>} how many changes there were before
 */
async function killedAfter(killedAt) {
  const device = await withFirst();
  await keep(device.world, wish('asked'));
  device.network.publish(third);
  let changes = 0;
  const killed = new Promise((resolve) => {
    device.cache.changed = () => {
      assertWhole(device);
      if (++changes !== killedAt) return;
      resolve(0);
      return new Promise(() => {}); // it never gets to its next line
    };
  });
  await Promise.race([keep(device.world, wish('asked')), killed]);
  device.cache.changed = () => assertWhole(device);
  const status = await keep(device.again(), wish('asked'));
  assert.equal(status.release, third.id);
  assertWhole(device);
  return changes;
}

test('a worker killed after any change leaves a whole release, and the next one finishes', async () => {
  const all = await killedAfter(0);
  assert.ok(all >= 5);
  for (let place = 1; place <= all; place++) assert.ok((await killedAfter(place)) >= place);
});

test('a full phone keeps what it has', async () => {
  const device = await withFirst();
  const used = [...device.cache.stored.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  device.cache.capacity = used + 600;
  const status = await keep(device.world, wish('asked'));
  assert.equal(status.reason, 'space');
  assert.equal(status.release, first.id);
  assertWhole(device);
});

test('a phone nearly full gives the spare release for the new one', async () => {
  const device = await withFirst();
  await keep(device.world, wish('asked'));
  device.network.publish(third);
  const used = [...device.cache.stored.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  device.cache.capacity = used + 600;
  const status = await keep(device.world, wish('asked'));
  assert.equal(status.reason, null);
  assert.equal(status.release, third.id);
  assert.equal(status.previous, second.id);
  assertWhole(device);
});

test('a browser that stores nothing is told apart from a lack of room', async () => {
  const device = phone(first);
  const denied = () => Promise.reject(new DOMException('denied', 'SecurityError'));
  const caches = /** @type {CacheStorage} */ (/** @type {unknown} */ ({ open: denied }));
  const status = await keep({ ...device.world, caches }, asked);
  assert.equal(status.reason, 'storage');
  assert.equal(status.release, null);
});

test('a file that the browser evicted is fetched again at the next start', async () => {
  const device = await withFirst();
  device.network.publish(first);
  device.cache.stored.delete(packPath(first, 'ar'));
  await keep(device.world, wish('start', []));
  assert.deepEqual(device.network.paths(), ['/release.json', packPath(first, 'ar')]);
  assertWhole(device);
});

test('a damaged file is found by an update and by the test, and repaired', async () => {
  const device = await withFirst();
  device.network.publish(first);
  const damage = () => {
    const file = device.stored(packPath(first, 'ar'));
    if (file) file.bytes = file.bytes.map((byte) => byte ^ 1);
  };
  damage();
  await keep(device.world, wish('asked', []));
  assertWhole(device);
  damage();
  const { audit } = await verify(device.world);
  assert.deepEqual(audit, { at: device.clock.now, files: 4, damaged: [packPath(first, 'ar')] });
  await keep(device.world, wish('start', []));
  assertWhole(device);
  assert.deepEqual((await verify(device.world)).audit?.damaged, []);
});

test('a pointer of another format is not trusted, its files are', async () => {
  const device = await withFirst();
  device.network.publish(first);
  for (const path of ['/kept.json', '/kept-spare.json']) {
    await device.cache.put(path, new Response('{"schema":9}'));
  }
  assert.equal((await keep(device.world, wish('start'))).release, first.id);
  assert.deepEqual(device.network.paths(), ['/release.json']);
});

for (const lost of ['/kept.json', '/kept-spare.json']) {
  test(`a phone that loses ${lost}, or a byte of it, goes on as before and mends it`, async () => {
    for (const how of ['deleted', 'altered']) {
      const device = await withFirst();
      const before = device.kept();
      const stored = device.stored(lost);
      assert.ok(stored, `${lost} is not kept`);
      if (how === 'deleted') device.cache.stored.delete(lost);
      else stored.bytes = stored.bytes.map((byte) => (byte === 0x31 ? 0x32 : byte)); // 1 to 2
      device.network.break(/./, 'offline');
      assert.equal((await keep(device.again(), wish('start'))).release, first.id);
      for (const path of ['/kept.json', '/kept-spare.json']) {
        const mended = Buffer.from(device.stored(path)?.bytes ?? '').toString();
        assert.deepEqual(JSON.parse(mended), before, `${path} when ${lost} was ${how}`);
      }
    }
  });
}

test('a phone too full to mend its pointer still reads by the other one', async () => {
  const device = await withFirst();
  device.cache.stored.delete('/kept.json');
  device.cache.capacity = 1;
  assert.equal((await keep(device.again(), wish('start'))).release, first.id);
});
