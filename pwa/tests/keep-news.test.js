import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../worker/keep.js';
import { packPath } from './guide.js';
import { assertWhole, first, second, wish, withFirst } from './keeping.js';
import { patchBetween, patchPath } from './patching.js';

/** @import {Guide} from './guide.js' */
/** @import {Fault} from './phone.js' */

const NEWS = `/release.json?${first.id}`;
const PLAIN = ['/release.json', patchPath(first, second)];

const listing = (/** @type {Guide} */ { files }) =>
  files.get('/release.json')?.bytes ?? Buffer.from('');

/** What leads from the first release to another one, as the server tells it. @param {Guide} to */
function newsOf(to) {
  const list = [-listing(first).length, listing(to).toString()];
  return { ...patchBetween(first, to), list, size: listing(to).length };
}

/**
 * A phone that keeps the first release, on a host that tells the news between it and the second.
 * @param {(news: any) => unknown} [change]
 */
async function withNews(change = (news) => news) {
  const device = await withFirst();
  const news = change(newsOf(second));
  const bytes = Buffer.from(typeof news === 'string' ? news : JSON.stringify(news));
  device.network.files.set(NEWS, { bytes, type: 'application/json' });
  const patch = Buffer.from(JSON.stringify(patchBetween(first, second)));
  device.network.files.set(patchPath(first, second), { bytes: patch, type: 'application/json' });
  device.network.addresses = [];
  return device;
}

/** @param {Awaited<ReturnType<typeof withNews>>} device */
const asks = ({ network }) => network.addresses.filter((address) => !address.includes('assets'));

test('where a host tells the news, an update is one request', async () => {
  const device = await withNews();
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual([status.reason, status.release], [null, second.id]);
  assert.deepEqual(asks(device), [NEWS]);
  assertWhole(device);
});

test('news of nothing change nothing', async () => {
  const device = await withNews(() => ({
    list: [listing(first).length], packs: {}, schema: 1, size: listing(first).length,
  })); // prettier-ignore
  const before = device.kept();
  assert.equal((await keep(device.world, wish('asked'))).reason, null);
  assert.deepEqual(device.network.addresses, [NEWS]);
  assert.deepEqual(device.kept(), before);
});

for (const [what, change] of /** @type {[string, (news: any) => unknown][]} */ ([
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['of another format', (news) => ({ ...news, schema: 2 })],
  ['without packs', ({ packs: _, ...news }) => news],
  ['with a list that is none', (news) => ({ ...news, list: { 0: 1 } })],
  ['with a list of another release', (news) => ({ ...news, list: [1e6] })],
  ['with a list that was changed', ({ list: [old, text], ...news }) =>
    ({ ...news, list: [old, text.replace('"size":', '"size":1')], size: news.size + 1 })],
  ['of a size beyond all measure', (news) => ({ ...news, size: 1e15 })],
  ['of a negative size', (news) => ({ ...news, size: -1 })],
])) /* prettier-ignore */ {
  test(`news that are ${what} cost one request, and the update comes without them`, async () => {
    const device = await withNews(change);
    const status = await keep(device.world, wish('asked'));
    assert.deepEqual([status.reason, status.release], [null, second.id]);
    assert.deepEqual(asks(device), [NEWS, ...PLAIN]);
    assertWhole(device);
  });
}

for (const fault of /** @type {Fault[]} */ (['cut', 'page', 'portal', 'redirect', 404, 503])) {
  test(`news that meet "${fault}" cost one request, and the update comes without them`, async () => {
    const device = await withNews();
    device.network.break(NEWS, fault);
    assert.equal((await keep(device.world, wish('asked'))).release, second.id);
    assert.deepEqual(asks(device), [NEWS, ...PLAIN]);
    assertWhole(device);
  });
}

for (const fault of /** @type {Fault[]} */ (['offline', 'hang', 'stall'])) {
  test(`where news meet "${fault}", nothing else is asked for`, async () => {
    const device = await withNews();
    device.network.break(NEWS, fault);
    assert.equal((await keep(device.world, wish('asked'))).release, first.id);
    assert.deepEqual(asks(device), [NEWS]);
    assertWhole(device);
  });
}

test('where the news do not give a pack, it alone comes whole', async () => {
  const device = await withNews((news) => ({ ...news, packs: { ...news.packs, ar: [1e9] } }));
  assert.equal((await keep(device.world, wish('asked'))).release, second.id);
  assert.deepEqual(asks(device), [NEWS, `${packPath(second, 'ar')}?ar`]);
  assertWhole(device);
});
