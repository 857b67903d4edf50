import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../worker/keep.js';
import { canonical, releaseId } from '../worker/release.js';
import { guide, packPath, sha256 } from './guide.js';
import { asked, assertWhole, first, second, third, wish, withFirst } from './keeping.js';
import { phone } from './phone.js';

/** @import {Guide} from './guide.js' */

const HOUR = 3_600_000;

/**
 * A guide whose Arabic pack has another text, all hashes made right again.
 * @param {Guide} from
 * @param {(text: string) => string} change
 */
async function withPack(from, change) {
  const release = structuredClone(from.release);
  const old = packPath(from, 'ar');
  const bytes = Buffer.from(change(from.files.get(old)?.bytes.toString() ?? ''));
  const path = `/packs/ar.${sha256(bytes).slice(0, 16)}.ndjson`;
  for (const language of release.languages) {
    if (language.pack === old) Object.assign(language, { pack: path, size: bytes.length });
  }
  for (const file of release.files) {
    if (file.path === old) Object.assign(file, { path, sha256: sha256(bytes), size: bytes.length });
  }
  release.id = await releaseId(release);
  const type = 'application/x-ndjson; charset=utf-8';
  const listing = { bytes: Buffer.from(`${canonical(release)}\n`), type: 'application/json' };
  const files = new Map([...from.files, [path, { bytes, type }], ['/release.json', listing]]);
  return { id: release.id, release, files };
}

/**
 * @param {ReturnType<typeof phone>} device
 * @param {number} hours
 */
async function visit(device, hours = 4) {
  device.clock.now += hours * HOUR;
  const status = await keep(device.world, wish('start'));
  assertWhole(device);
  return status;
}

test('a phone that slept through many releases goes to the newest in one step', async () => {
  const device = await withFirst();
  for (const edition of ['3', '4', '5', '6']) device.network.publish(guide(edition));
  const newest = guide('7');
  device.network.publish(newest);
  const status = await visit(device, 24 * 300);
  assert.equal(status.release, newest.id);
  assert.equal(status.previous, first.id);
  const packs = device.network.paths().filter((path) => path.endsWith('.ndjson'));
  assert.deepEqual(packs.sort(), [packPath(newest, 'ar'), packPath(newest, 'fr')].sort());
});

test('a rollback and what follows it are updates like any other', async () => {
  const device = await withFirst();
  await visit(device);
  device.network.publish(first);
  assert.equal((await visit(device)).release, first.id);
  device.network.publish(third);
  assert.equal((await visit(device)).release, third.id);
});

test('a release whose files are not there yet is left until they are', async () => {
  const device = await withFirst();
  device.network.files = new Map([...first.files]);
  const listing = second.files.get('/release.json');
  if (listing) device.network.files.set('/release.json', listing);
  const status = await visit(device);
  assert.equal(status.release, first.id);
  assert.equal(status.reason, 'server');
  device.network.publish(second);
  assert.equal((await visit(device)).release, second.id);
});

test('files that arrive before their release.json change nothing', async () => {
  const device = await withFirst();
  for (const [path, file] of second.files) {
    if (path !== '/release.json') device.network.files.set(path, file);
  }
  const listing = first.files.get('/release.json');
  if (listing) device.network.files.set('/release.json', listing);
  assert.equal((await visit(device)).release, first.id);
});

test('a broken release heals by the next good one, without the reader', async () => {
  const device = await withFirst();
  device.network.break(packPath(second, 'ar'), 'wrong');
  assert.equal((await visit(device)).release, first.id);
  device.network.publish(third);
  assert.equal((await visit(device)).release, third.id);
});

for (const [what, change] of /** @type {[string, (text: string) => string][]} */ ([
  ['of a newer schema', (text) => text.replace('"schema":1', '"schema":2')],
  ['whose shell has a new kind of slot', (text) => text.replace('"rest"', '"future"')],
  ['that is no pack', () => '<!doctype html>'],
])) {
  test(`a pack ${what} does not take the place of one that can be shown`, async () => {
    const device = await withFirst();
    const newer = await withPack(second, change);
    device.network.publish(newer);
    const status = await visit(device);
    assert.equal(status.release, first.id);
    assert.equal(status.reason, 'newer');
    device.network.publish(third);
    assert.equal((await visit(device)).release, third.id);
  });
}

test('a release of a newer schema is waited out, and healed by a worker that knows it', async () => {
  const device = await withFirst();
  const text = canonical({ schema: 2, id: 'of tomorrow' });
  device.network.files.set('/release.json', {
    bytes: Buffer.from(text),
    type: 'application/json',
  });
  const status = await visit(device);
  assert.equal(status.release, first.id);
  assert.equal(status.reason, 'newer');
  device.network.publish(second);
  assert.equal((await visit(device)).release, second.id);
});

test('a proxy that gives an old and a new release.json by turns never leads to a mixture', async () => {
  const device = await withFirst();
  for (const held of [second, first, second, third, first, third]) {
    device.network.publish(held);
    assert.equal((await visit(device)).release, held.id);
  }
});

test('a proxy that holds an old release.json whose files are gone leaves the phone as it is', async () => {
  const device = phone(second);
  await keep(device.world, asked);
  device.network.files = new Map();
  const listing = first.files.get('/release.json');
  if (listing) device.network.files.set('/release.json', listing);
  assert.equal((await visit(device)).release, second.id);
});

test('a file that a proxy exchanged for another one of the guide is refused', async () => {
  const device = await withFirst();
  const old = first.files.get(packPath(first, 'ar'));
  if (old) device.network.files.set(packPath(second, 'ar'), old);
  const status = await visit(device);
  assert.equal(status.release, first.id);
  assert.match(status.reason ?? '', /wrong|cut/);
});

test('what cannot be cleaned up does not undo an update', async () => {
  const device = await withFirst();
  device.cache.delete = () => Promise.reject(new Error('busy'));
  const status = await visit(device);
  assert.equal(status.release, second.id);
  assert.equal(status.reason, null);
});
