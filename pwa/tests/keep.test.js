import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep, remove } from '../worker/keep.js';
import { filesFor } from '../worker/release.js';
import { guide, packPath } from './guide.js';
import { asked, assertWhole, first, second, third, wish, withFirst } from './keeping.js';
import { phone } from './phone.js';

/** @param {ReturnType<typeof phone>} device */
const storedFiles = ({ cache }) =>
  [...cache.stored.keys()].filter((path) => !path.endsWith('.json')).sort();

test('a first keep brings the interface and the wished languages, and no other', async () => {
  const device = phone(first);
  const status = await keep(device.world, asked);
  assert.equal(status.reason, null);
  assert.equal(status.release, first.id);
  assert.deepEqual(
    storedFiles(device),
    filesFor(first.release, ['ar', 'fr'])
      .map((file) => file.path)
      .sort(),
  );
  assert.deepEqual(
    status.languages.filter(({ kept }) => kept).map(({ code }) => code),
    ['ar', 'fr'],
  );
  assert.equal(device.kept().reader, 'ar');
  assertWhole(device);
});

test('files are stored with the type of the release and no other header of the network', async () => {
  const device = phone(first);
  await keep(device.world, asked);
  assert.deepEqual(device.stored(packPath(first, 'ar'))?.headers, [
    ['content-type', 'application/x-ndjson; charset=utf-8'],
    ['x-content-type-options', 'nosniff'],
  ]);
});

test('the release is asked for past the HTTP cache, its files are not', async () => {
  const device = phone(first);
  await keep(device.world, asked);
  assert.deepEqual(device.network.asked[0], { path: '/release.json', cache: 'no-cache' });
  assert.ok(device.network.asked.slice(1).every(({ cache }) => cache === 'default'));
});

test('only so many files are fetched at once', async () => {
  for (const parallel of [1, 2]) {
    const device = phone(first);
    const world = { ...device.world, limits: { ...device.world.limits, parallel } };
    await keep(world, { languages: ['ar', 'en', 'fr', 'zh'], cause: 'asked' });
    assert.equal(device.network.mostOpen, parallel);
  }
});

test('a first visit has its own language, whole, before the others are begun', async () => {
  const device = phone(first);
  const others = first.release.languages.filter(({ code }) => code !== 'fr');
  for (const { pack } of others) device.network.break(pack, 'offline');
  const status = await keep(device.world, { languages: ['fr', 'ar', 'en'], cause: 'start' });
  assert.deepEqual([status.reason, status.release], ['network', first.id]);
  assert.deepEqual(device.kept().languages, ['fr']);
  assertWhole(device);
  device.network.heal();
  device.network.asked = [];
  await keep(device.world, wish('asked', ['ar', 'en']));
  assert.deepEqual(device.kept().languages, ['ar', 'en', 'fr']);
  const packs = [packPath(first, 'ar'), packPath(first, 'en')];
  assert.deepEqual(device.network.paths(), ['/release.json', ...packs]);
  assert.equal(device.kept().previous, null);
});

test('the largest file is begun first, so that the others come meanwhile', async () => {
  const device = phone(first);
  await keep({ ...device.world, limits: { ...device.world.limits, parallel: 1 } }, asked);
  const sizes = device.network.paths().flatMap((path) => {
    const file = filesFor(first.release, ['ar']).find((each) => each.path === path);
    return file ? [file.size] : [];
  });
  assert.deepEqual(
    sizes,
    [...sizes].sort((one, other) => other - one),
  );
});

test('a pack is asked for beside the kept one that it is most like', async () => {
  const device = phone(first);
  /** @param {string[]} codes */
  const asks = async (...codes) => {
    device.network.addresses = [];
    await keep(device.world, wish('asked', codes));
    return device.network.addresses.filter((address) => address.includes('ndjson'));
  };
  assert.deepEqual(await asks('zh'), [packPath(first, 'zh')]); // nothing is kept yet
  assert.deepEqual(await asks('en'), [`${packPath(first, 'en')}?zh`]);
  assert.deepEqual(await asks('fr'), [`${packPath(first, 'fr')}?en`]);
  assert.deepEqual(await asks('ar'), [`${packPath(first, 'ar')}?fr`]); // the companion
  device.network.publish(second);
  const codes = ['ar', 'en', 'fr', 'zh'];
  const own = codes.map((code) => `${packPath(second, /** @type {any} */ (code))}?${code}`);
  assert.deepEqual((await asks()).sort(), own);
});

test('a first visit brings the list that its page has fetched already', async () => {
  const text = new TextDecoder().decode(first.files.get('/release.json')?.bytes);
  const device = phone(first);
  const status = await keep(device.world, { ...asked, release: text });
  assert.equal(status.release, first.id);
  assertWhole(device);
  assert.ok(!device.network.paths().includes('/release.json'));
  device.network.publish(second); // what a page says is old by now
  assert.equal((await keep(device.world, { ...asked, release: text })).release, second.id);
});

test('a list that is none is asked for by the worker', async () => {
  const text = new TextDecoder().decode(first.files.get('/release.json')?.bytes);
  for (const release of ['', '<p>Sign in</p>', text.replace('Livret', 'Livres')]) {
    const device = phone(first);
    assert.equal((await keep(device.world, { ...asked, release })).release, first.id);
    assert.equal(device.network.paths()[0], '/release.json');
  }
});

test('after a failure no further file is begun', async () => {
  const device = phone(first);
  const pack = packPath(first, 'ar');
  device.network.break(pack, 404);
  await keep({ ...device.world, limits: { ...device.world.limits, parallel: 1 } }, asked);
  assert.deepEqual(device.network.paths(), ['/release.json', pack]);
});

test('an update fetches only what changed and keeps the release before it', async () => {
  const device = await withFirst();
  const status = await keep(device.world, wish('asked', []));
  assert.equal(status.release, second.id);
  assert.equal(status.previous, first.id);
  const icon = [...first.files.keys()].find((path) => path.includes('icon')) ?? '';
  assert.ok(!device.network.paths().includes(icon));
  assert.ok(device.stored(packPath(first, 'ar')) && device.stored(packPath(second, 'ar')));
});

test('a further language of the same release leaves the spare release where it is', async () => {
  const device = await withFirst();
  await keep(device.world, wish('asked'));
  assert.equal((await keep(device.world, wish('asked', ['zh']))).previous, first.id);
  assertWhole(device);
});

test('the release before last leaves the phone', async () => {
  const device = await withFirst();
  await keep(device.world, wish('asked'));
  device.network.publish(third);
  await keep(device.world, wish('asked'));
  assert.equal(device.stored(packPath(first, 'ar')), undefined);
  assert.ok(device.stored(packPath(second, 'ar')) && device.stored(packPath(third, 'ar')));
});

test('a rollback to the release before needs no file', async () => {
  const device = await withFirst();
  await keep(device.world, wish('asked'));
  device.network.publish(first);
  device.network.asked = [];
  assert.equal((await keep(device.world, wish('asked'))).release, first.id);
  assert.deepEqual(device.network.paths(), ['/release.json']);
});

test('an unchanged release changes no pointer', async () => {
  const device = await withFirst();
  device.network.publish(first);
  const before = device.kept();
  device.clock.now += 1000;
  const status = await keep(device.world, wish('asked'));
  assert.deepEqual(device.kept(), before);
  assert.equal(status.checked?.at, device.clock.now);
});

test('two keeps at once fetch every file once', async () => {
  const device = phone(first);
  await Promise.all([keep(device.world, wish('start')), keep(device.world, wish('start'))]);
  assert.equal(new Set(device.network.paths()).size, device.network.paths().length);
});

test('Web Locks are used where they exist', async () => {
  const device = phone(first);
  /** @type {string[]} */
  const names = [];
  const request = (/** @type {string} */ name, /** @type {() => any} */ task) => (
    names.push(name),
    task()
  );
  const locks = /** @type {Pick<LockManager, 'request'>} */ ({ request });
  await keep({ ...device.world, locks }, asked);
  assert.deepEqual(names, ['livret-keep']);
});

test('a further language comes with the release of that moment, never mixed', async () => {
  const device = await withFirst();
  const status = await keep(device.world, wish('start', ['zh']));
  assert.equal(status.release, second.id);
  assert.deepEqual(device.kept().languages, ['ar', 'fr', 'zh']);
  assertWhole(device);
});

test('a language that the release does not have is passed over, unless it was asked for', async () => {
  const device = phone(first);
  assert.equal((await keep(device.world, wish('start', ['xx', 'fr']))).reason, null);
  assert.deepEqual(device.kept().languages, ['fr']);
  assert.equal((await keep(device.world, wish('asked', ['xx']))).reason, 'language');
  device.network.asked = [];
  await keep(device.world, wish('start', ['xx', 'fr']));
  assert.deepEqual(device.network.paths(), [], 'and does not make every page ask again');
});

test('a language that the guide gave up leaves with the next release', async () => {
  const device = await withFirst();
  device.network.publish(guide('smaller', ['en', 'fr']));
  await keep(device.world, wish('asked', []));
  assert.deepEqual(device.kept().languages, ['fr']);
});

test('a removed language stays away until it is asked for', async () => {
  const device = await withFirst();
  const status = await remove(device.world, 'ar');
  assert.deepEqual(status.languages.find(({ code }) => code === 'ar')?.removed, true);
  assert.equal(device.stored(packPath(first, 'ar')), undefined);
  await keep(device.world, wish('start'));
  assert.deepEqual(device.kept().languages, ['fr']);
  await keep(device.world, wish('asked', ['ar']));
  assert.deepEqual(device.kept().languages, ['ar', 'fr']);
  assert.deepEqual(device.kept().removed, []);
});

test('no check is made before its time', async () => {
  const device = await withFirst();
  await keep(device.world, wish('start'));
  await keep(device.world, wish('visible'));
  await keep(device.world, wish('online'));
  assert.deepEqual(device.network.paths(), []);
  device.clock.now += 4 * 3_600_000;
  assert.equal((await keep(device.world, wish('visible'))).release, second.id);
});

test('after failures the phone asks ever more rarely, and says why', async () => {
  const device = await withFirst();
  device.network.break(/./, 'offline');
  device.clock.now += 4 * 3_600_000;
  const waits = [];
  for (let round = 0; round < 12; round++) {
    const { checked } = await keep(device.world, wish('start'));
    assert.equal(checked?.reason, 'network');
    waits.push(((checked?.next ?? 0) - device.clock.now) / 1000);
    device.clock.now = checked?.next ?? 0;
  }
  assert.deepEqual(waits.slice(0, 4), [30, 60, 120, 240]);
  assert.equal(waits.at(-1), 3 * 3600);
});

test('a phone that lacks something tells why while it waits', async () => {
  const device = phone(first);
  device.network.break(/./, 'portal');
  await keep(device.world, wish('start'));
  device.network.asked = [];
  assert.equal((await keep(device.world, wish('start'))).reason, 'portal');
  assert.deepEqual(device.network.paths(), []);
});

test('coming back online shortens the wait after a failure', async () => {
  const device = phone(first);
  device.network.break(/./, 'offline');
  for (let round = 0; round < 9; round++) await keep(device.world, wish('asked'));
  device.network.heal();
  device.clock.now += 11_000;
  assert.equal((await keep(device.world, wish('start'))).release, null);
  assert.equal((await keep(device.world, wish('online'))).release, first.id);
});

test('pages are told how far it is, and how it ended', async () => {
  const device = phone(first);
  await keep(device.world, asked);
  const works = device.told.map(({ work }) => work).filter(Boolean);
  assert.equal(works[0].update, false);
  const size = (/** @type {string[]} */ codes) =>
    filesFor(first.release, codes).reduce((sum, { size }) => sum + size, 0);
  assert.equal(works[0].total, size(['ar']));
  assert.equal(works.at(-1).total, size(['ar', 'fr']) - size(['ar']));
  assert.equal(device.told.at(-1).work, null);
  assert.equal(device.told.at(-1).release, first.id);
});

test('the reader may change without any network', async () => {
  const device = await withFirst();
  await keep(device.world, { languages: [], reader: 'fr', cause: 'start' });
  assert.equal(device.kept().reader, 'fr');
  assert.deepEqual(device.network.paths(), []);
});
