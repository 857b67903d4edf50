import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../worker/keep.js';
import { packPath } from './guide.js';
import { asked, assertWhole, first, second, third, wish, withFirst } from './keeping.js';
import { patchBetween, patchPath } from './patching.js';

/** @import {Fault} from './phone.js' */

/** @param {ReturnType<typeof import('./phone.js').phone>} device */
const asks = ({ network }) =>
  network.paths().filter((path) => path.startsWith('/packs/'));

/**
 * A phone that keeps the first release, while the second is published with a patch.
 * @param {(patch: any) => unknown} [change]
 */
async function withPatch(change = (patch) => patch) {
  const device = await withFirst();
  const patch = change(patchBetween(first, second));
  const bytes = Buffer.from(typeof patch === 'string' ? patch : JSON.stringify(patch));
  device.network.files.set(patchPath(first, second), { bytes, type: 'application/json' });
  return device;
}

test('an update brings its packs by one patch', async () => {
  const device = await withPatch();
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual([status.reason, status.release], [null, second.id]);
  assert.deepEqual(asks(device), [patchPath(first, second)]);
  assertWhole(device);
  const pack = device.stored(packPath(second, 'ar'));
  assert.deepEqual(pack?.headers, device.stored(packPath(first, 'ar'))?.headers);
  const works = device.told.map(({ work }) => work).filter(Boolean);
  assert.equal(works.at(-1).done, works.at(-1).total);
});

for (const fault of /** @type {Fault[]} */ ([
  'offline', 'hang', 'stall', 'cut', 'page', 'portal', 'redirect', 404, 206, 503,
])) /* prettier-ignore */ {
  test(`a patch that meets "${fault}" costs one request, and the packs come whole`, async () => {
    const device = await withPatch();
    device.network.break(patchPath(first, second), fault);
    const status = await keep(device.world, wish('asked'));
    assert.deepEqual([status.reason, status.release], [null, second.id]);
    assert.deepEqual(asks(device).sort(), [
      patchPath(first, second), packPath(second, 'ar'), packPath(second, 'fr'),
    ].sort()); // prettier-ignore
    assertWhole(device);
  });
}

for (const [what, change] of /** @type {[string, (patch: any) => unknown][]} */ ([
  ['nothing', () => ''],
  ['another format', (patch) => ({ ...patch, schema: 3 })],
  ['no list', (patch) => ({ ...patch, packs: { ...patch.packs, ar: { 0: 1 } } })],
  ['more than the packs', (patch) => JSON.stringify(patch) + ' '.repeat(1_000_000)],
])) {
  test(`a patch that is ${what} costs one request, and the packs come whole`, async () => {
    const device = await withPatch(change);
    assert.equal((await keep(device.world, wish('asked'))).release, second.id);
    assert.equal(asks(device).length, 3);
    assertWhole(device);
  });
}

test('where a byte of a patch is wrong, the packs that it spoils come whole', async () => {
  const device = await withPatch();
  device.network.break(patchPath(first, second), 'wrong');
  assert.equal((await keep(device.world, wish('asked'))).release, second.id);
  assert.ok(asks(device).length > 1);
  assertWhole(device);
});

for (const [what, parts] of /** @type {[string, unknown[]][]} */ ([
  ['makes too little', ['x', -1]],
  ['makes too much', ['x'.repeat(1000), 1]],
  ['asks for more than there is', [1e9]],
  ['is empty', []],
  ['is of another kind', [null, { a: 1 }]],
])) {
  test(`where one language of a patch ${what}, its pack alone comes whole`, async () => {
    const device = await withPatch(({ schema, packs }) => ({ schema, packs: { ...packs, ar: parts } }));
    assert.equal((await keep(device.world, wish('asked'))).release, second.id);
    assert.deepEqual(asks(device), [patchPath(first, second), packPath(second, 'ar')]);
    assertWhole(device);
  });
}

test('a pack of the right length with other bytes is not stored', async () => {
  const device = await withPatch((patch) => {
    const [start, text, left] = patch.packs.ar;
    return { ...patch, packs: { ...patch.packs, ar: [start, `#${text.slice(1)}`, left] } };
  });
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual([status.reason, status.release], [null, second.id]);
  assert.deepEqual(asks(device), [patchPath(first, second), packPath(second, 'ar')]);
  assertWhole(device);
});

test('a language that is new to the phone or not in the patch comes whole', async () => {
  const device = await withPatch(({ schema, packs: { fr } }) => ({ schema, packs: { fr } }));
  assert.equal((await keep(device.world, wish('asked', ['zh']))).release, second.id);
  const [patch, ...packs] = asks(device);
  assert.equal(patch, patchPath(first, second));
  assert.deepEqual(packs.sort(), [packPath(second, 'ar'), packPath(second, 'zh')]);
  assertWhole(device);
});

test('a kept pack that is damaged or gone is no ground for a patch', async () => {
  for (const damage of ['altered', 'deleted']) {
    const device = await withPatch();
    const path = packPath(first, 'ar');
    const stored = device.stored(path);
    assert.ok(stored);
    if (damage === 'altered') stored.bytes[40] = 0;
    else device.cache.stored.delete(path);
    assert.equal((await keep(device.world, wish('asked'))).release, second.id);
    assert.deepEqual(asks(device), [patchPath(first, second), packPath(second, 'ar')]);
    assert.equal(device.kept().release.id, second.id);
  }
});

test('no patch is asked for where no pack is to come', async () => {
  const device = await withPatch();
  await keep(device.world, wish('asked'));
  device.network.publish(first); // a rollback, whose files are all here
  device.network.asked = [];
  await keep(device.world, wish('asked'));
  assert.deepEqual(device.network.paths(), ['/release.json']);
  await keep(device.world, wish('asked', ['zh'])); // a further language of the same release
  assert.deepEqual(asks(device), [packPath(first, 'zh')]);
});

test('what a patch gave before the network went is not asked for again', async () => {
  const device = await withPatch();
  device.network.break(/assets/, 'offline');
  assert.equal((await keep(device.world, wish('asked'))).reason, 'network');
  assert.equal(device.kept().release.id, first.id);
  device.network.heal();
  device.network.asked = [];
  assert.equal((await keep(device.world, wish('asked'))).release, second.id);
  assert.deepEqual(asks(device), []);
});

test('a phone without room for what a patch gives tells so and keeps what it has', async () => {
  const device = await withPatch();
  const used = [...device.cache.stored.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  device.cache.capacity = used + 10;
  assert.equal((await keep(device.world, wish('asked'))).reason, 'space');
  assert.equal(device.kept().release.id, first.id);
  assertWhole(device);
});

test('the room of the release before is given to what a patch gives', async () => {
  const device = await withPatch();
  await keep(device.world, wish('asked'));
  device.network.publish(third);
  const bytes = Buffer.from(JSON.stringify(patchBetween(second, third)));
  device.network.files.set(patchPath(second, third), { bytes, type: 'application/json' });
  const used = [...device.cache.stored.values()].reduce((sum, { bytes }) => sum + bytes.length, 0);
  device.cache.capacity = used + 10;
  const status = await keep(device.world, asked);
  assert.deepEqual([status.reason, status.release], [null, third.id]);
  assertWhole(device);
});
