import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, route } from '../worker/answer.js';
import { heard, watch } from '../worker/boot.js';
import { readRecord } from '../worker/store.js';
import { first, second, withFirst } from './keeping.js';
import { navigation, phone } from './phone.js';

/** @typedef {ReturnType<typeof phone>} Device */

const kept = /** @type {const} */ ({ ok: true, type: 'default' });
const visible = { visibilityState: 'visible' };

/** @param {Device} device */
async function shown({ world }) {
  const request = navigation('/ar/health/');
  const found = route(request, world.origin);
  assert.ok(found);
  return (await answer(world, request, found)).text();
}

/** @param {Device} device */
const boots = async ({ cache }) => (await readRecord(/** @type {any} */ (cache)))?.boots;

/**
 * A page that is opened and never speaks.
 * @param {Device} device
 * @param {string} id
 */
async function silent(device, id) {
  device.pages.set(id, visible);
  await watch(device.world, id, kept);
}

test('after two pages that did not come up, the next offers a repair', async () => {
  const device = await withFirst();
  await silent(device, 'one');
  assert.ok(!(await shown(device)).includes('unwell'), 'once may be chance');
  await silent({ ...device, world: device.again() }, 'two');
  assert.match(
    await shown(device),
    /<main><p class="state" role="note">ar: unwell <a href="\/ar\/phone\/\?repair">ar: repair<\/a><\/p>\n<h1>/,
  );
});

test('a page that speaks ends the row', async () => {
  const device = await withFirst();
  await silent(device, 'one');
  await silent(device, 'two');
  device.pages.set('three', visible);
  const watching = watch(device.world, 'three', kept);
  await heard(device.world, 'three');
  await watching;
  assert.equal(await boots(device), 0);
  assert.ok(!(await shown(device)).includes('unwell'));
});

test('a page that was left, or lies behind another, is not held to have failed', async () => {
  const device = await withFirst();
  await watch(device.world, 'left', kept);
  device.pages.set('behind', { visibilityState: 'hidden' });
  await watch(device.world, 'behind', kept);
  assert.equal(await boots(device), 0);
});

test('a page of the network, and one that stands in, need not speak', async () => {
  const device = await withFirst();
  device.pages.set('portal', visible);
  await watch(device.world, 'portal', { ok: true, type: 'basic' });
  await watch(device.world, 'portal', { ok: false, type: 'default' });
  assert.equal(await boots(device), 0);
});

test('a phone whose pages do not come up finds the release that mends them by itself', async () => {
  const device = await withFirst();
  await silent(device, 'one');
  assert.equal(device.kept().release.id, first.id, 'but asks no more often than others');
  device.clock.now += 4 * 3_600_000;
  await silent(device, 'two');
  assert.equal(device.kept().release.id, second.id);
});

test('a phone whose pages do not come up mends a missing file at once', async () => {
  const device = await withFirst();
  device.network.publish(first);
  const script = [...first.files.keys()].find((path) => path.endsWith('.js')) ?? '';
  device.cache.stored.delete(script);
  await silent(device, 'one');
  assert.ok(device.stored(script));
});

test('a repair that succeeded takes the offer away', async () => {
  const device = await withFirst();
  await silent(device, 'one');
  await silent(device, 'two');
  const request = navigation('/ar/phone/?repair');
  const found = route(request, device.world.origin);
  assert.ok(found);
  await answer(device.world, request, found);
  assert.ok(!(await shown(device)).includes('unwell'));
});

test('where nothing can be stored, watching does no harm', async () => {
  const device = phone(first);
  const caches = /** @type {CacheStorage} */ (
    /** @type {unknown} */ ({ open: () => Promise.reject(new Error('denied')) })
  );
  await silent({ ...device, world: { ...device.world, caches } }, 'one');
});
