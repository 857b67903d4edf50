import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep, remove } from '../worker/keep.js';
import { canonical, contentOf } from '../worker/release.js';
import { packPath, sha256 } from './guide.js';
import { assertWhole, first, second, third, wish, withFirst } from './keeping.js';
import { partsBetween, patchBetween, patchPath } from './patching.js';

/** @import {Guide, Code} from './guide.js' */
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

/** @type {Code[]} */
const ALL = ['ar', 'en', 'fr', 'zh'];
const NEWS_TO_ALL = `${NEWS}&all`;
const FIRST_BYTES = Buffer.byteLength(canonical(contentOf(first.release)));

/**
 * The same for a phone that keeps all languages and is not told what it can see of its new packs.
 * @param {Guide} to
 */
function newsToAll(to) {
  const files = new Map(to.release.files.map((file) => [file.path, file]));
  const becomes = new Map(ALL.map((code) => [packPath(first, code), files.get(packPath(to, code))]));
  const placed = {
    ...contentOf(first.release),
    files: first.release.files.map((file) => becomes.get(file.path) ?? file),
    languages: first.release.languages.map((language) => {
      const file = becomes.get(language.pack);
      return { ...language, pack: file?.path, size: file?.size };
    }),
  };
  const [before, after] = [canonical(placed), canonical(contentOf(to.release))];
  // The one other thing that is new is the script at the beginning.
  const end = after.slice(after.indexOf('{"path":"/assets/icon'));
  assert.ok(before.endsWith(end));
  const list = partsBetween(before.slice(0, -end.length), after.slice(0, -end.length));
  return { ...patchBetween(first, to), list, schema: 2, sha256: sha256(after) };
}

/** @typedef {(news: any) => unknown} Change */

/**
 * A phone that keeps some languages of the first release, on a host that tells the news between it
 * and the second.
 * @param {Change} [change]
 */
const withNews = (change) => withAnswer(NEWS, newsOf(second), ['ar', 'fr'], change);

/** The same that keeps all of them. @param {Change} [change] */
const withNewsToAll = (change) => withAnswer(NEWS_TO_ALL, newsToAll(second), ALL, change);

/**
 * @param {string} address
 * @param {object} told
 * @param {Code[]} languages
 * @param {Change} [change]
 */
async function withAnswer(address, told, languages, change = (news) => news) {
  const device = await withFirst(languages);
  const news = change(told);
  const bytes = Buffer.from(typeof news === 'string' ? news : JSON.stringify(news));
  device.network.files.set(address, { bytes, type: 'application/json' });
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
  ['of another format', (news) => ({ ...news, schema: 3 })],
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

// --- All languages ---

/** @param {Awaited<ReturnType<typeof withNews>>} device */
async function assertUpdatedPlainly(device) {
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual([status.reason, status.release], [null, second.id]);
  assert.deepEqual(asks(device), [NEWS_TO_ALL, ...PLAIN]);
  assert.deepEqual(device.kept().release, second.release);
  assertWhole(device);
}

test('a phone that keeps all languages makes the list from the packs', async () => {
  const device = await withNewsToAll();
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual([status.reason, status.release], [null, second.id]);
  assert.deepEqual(asks(device), [NEWS_TO_ALL]);
  assert.deepEqual(device.kept().release, second.release);
  assertWhole(device);
});

test('a phone that took a language away is told of all packs', async () => {
  const device = await withNewsToAll();
  await remove(device.world, 'zh');
  await keep(device.world, wish('asked'));
  assert.equal(device.network.addresses[0], NEWS);
  assert.equal(device.kept().release.id, second.id);
});

for (const [what, change] of /** @type {[string, Change][]} */ ([
  ['of another format', (news) => ({ ...news, schema: 3 })],
  ['without packs', ({ packs: _, ...news }) => news],
  ['with packs of another release', (news) => ({ ...news, packs: newsToAll(third).packs })],
  ['with a pack that cannot be made', (news) => ({ ...news, packs: { ...news.packs, ar: [1e9] } })],
  ['with a pack too few', ({ packs: { ar: _, ...packs }, ...news }) => ({ ...news, packs })],
  ['with a pack beyond all measure', (news) =>
    ({ ...news, packs: { ...news.packs, ar: Array(2000).fill([0, 1000]) } })],
  ['with the list of another release', (news) => ({ ...news, list: newsToAll(third).list })],
  ['with a list that was changed', ({ list: [same, text, old], ...news }) =>
    ({ ...news, list: [same, text.replace('javascript', 'plain'), old] })],
  ['with the list and the SHA-256 of no list', (news) =>
    ({ ...news, packs: {}, list: [-FIRST_BYTES, '{}'], sha256: sha256('{}') })],
  ['with a SHA-256 of which the end was changed', (news) =>
    ({ ...news, sha256: news.sha256.slice(0, 63) + (news.sha256.endsWith('0') ? '1' : '0') })],
])) /* prettier-ignore */ {
  test(`news to a phone with all languages that are ${what} cost one request`, async () => {
    await assertUpdatedPlainly(await withNewsToAll(change));
  });
}

for (const fault of /** @type {Fault[]} */ (['cut', 'wrong', 'page', 'redirect', 404, 503])) {
  test(`news to a phone with all languages that meet "${fault}" cost one request`, async () => {
    const device = await withNewsToAll();
    device.network.break(NEWS_TO_ALL, fault);
    await assertUpdatedPlainly(device);
  });
}

test('where a kept pack is damaged, the list is asked for and the pack comes whole', async () => {
  const device = await withNewsToAll();
  const pack = device.stored(packPath(first, 'fr'));
  pack?.bytes.fill(0, 9, 10);
  assert.equal((await keep(device.world, wish('asked'))).release, second.id);
  assert.deepEqual(asks(device), [NEWS_TO_ALL, ...PLAIN, `${packPath(second, 'fr')}?fr`]);
  const made = device.stored(packPath(second, 'fr'))?.bytes ?? '';
  assert.deepEqual(Buffer.from(made), second.files.get(packPath(second, 'fr'))?.bytes);
});

test('nothing is stored before the list that news make has its SHA-256', async () => {
  const device = await withNewsToAll((news) => ({ ...news, sha256: sha256('another') }));
  const before = new Set(device.cache.stored.keys());
  device.network.break('/release.json', 404);
  assert.equal((await keep(device.world, wish('asked'))).reason, 'server');
  assert.deepEqual(new Set(device.cache.stored.keys()), before);
  assert.equal(device.kept().release.id, first.id);
});

test('news of nothing change nothing on a phone with all languages', async () => {
  const device = await withNewsToAll(() => ({
    list: [listing(first).length], packs: {}, schema: 1, size: listing(first).length,
  })); // prettier-ignore
  const before = device.kept();
  assert.equal((await keep(device.world, wish('asked'))).reason, null);
  assert.deepEqual(device.network.addresses, [NEWS_TO_ALL]);
  assert.deepEqual(device.kept(), before);
});
