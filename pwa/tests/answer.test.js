import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer, route } from '../worker/answer.js';
import { compose } from '../worker/compose.js';
import { keep, remove } from '../worker/keep.js';
import { parsePack } from '../worker/pack.js';
import { notKeptPage, unwellNotice } from '../worker/plain.js';
import { guide, packPath } from './guide.js';
import { assertWhole } from './keeping.js';
import { navigation, ORIGIN, phone } from './phone.js';

const first = guide('first');
const second = guide('second');

/** @param {string[]} languages */
async function keeping(...languages) {
  const device = phone(first);
  if (languages.length)
    await keep(device.world, { languages, reader: languages[0] ?? '', cause: 'asked' });
  device.network.asked = [];
  return device;
}

/**
 * @param {ReturnType<typeof phone>} device
 * @param {string} path
 */
async function get({ world }, path) {
  const request = navigation(path);
  const found = route(request, world.origin);
  assert.ok(found, `${path} is not answered by the worker`);
  const response = await answer(world, request, found);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/**
 * The same phone once its worker was stopped: nothing is in memory.
 * @param {ReturnType<typeof phone>} device
 */
const woken = (device) => ({ ...device, world: device.again() });

/** @param {string} path */
const served = (path, type = 'text/html; charset=utf-8') =>
  /** @type {const} */ ([path, { bytes: Buffer.from(`the network's ${path}`), type }]);

/** @param {string} path */
function composed(path) {
  const text = first.files.get(packPath(first, 'ar'))?.bytes.toString() ?? '';
  const { header, find } = parsePack(text);
  const page = find(path);
  return page && compose(header.shell, page);
}

test('a kept page is answered at once, with no look at the network', async () => {
  const device = await keeping('ar', 'fr');
  device.network.break(/./, 'hang');
  const { status, headers, text } = await get(device, '/ar/health/lost/?q=x');
  assert.equal(status, 200);
  assert.equal(text, composed('/ar/health/lost/'));
  assert.deepEqual(Object.fromEntries(headers), {
    'content-language': 'ar',
    'content-security-policy': "default-src 'none'",
    'content-type': 'text/html; charset=utf-8',
  });
  assert.deepEqual(device.network.asked, []);
});

test('a new release shows with the next page', async () => {
  const device = await keeping('ar');
  assert.match((await get(device, '/ar/')).text, /ar first/);
  device.network.publish(second);
  await keep(device.world, { languages: [], cause: 'asked' });
  assert.match((await get(device, '/ar/')).text, /ar second/);
});

test('an address without its last slash leads to the page', async () => {
  const device = await keeping('ar');
  const { status, headers } = await get(device, '/ar/health?q=1');
  assert.equal(status, 307);
  assert.equal(headers.get('location'), `${ORIGIN}/ar/health/?q=1`);
});

test('an address that is not in the pack is asked of the network', async () => {
  const device = await keeping('ar');
  device.network.files.set(...served('/ar/new/'));
  assert.equal((await get(device, '/ar/new/')).text, "the network's /ar/new/");
});

for (const fault of /** @type {const} */ (['offline', 'hang'])) {
  test(`an address that is not in the pack is not found when the network is "${fault}"`, async () => {
    const device = await keeping('ar');
    device.network.break(/./, fault);
    const { status, text } = await get(device, '/ar/new/');
    assert.equal(status, 404);
    assert.equal(text, composed('/ar/404.html'));
  });

  test(`a language that is not kept is offered in those that are when the network is "${fault}"`, async () => {
    const device = await keeping('ar', 'fr');
    device.network.break(/./, fault);
    const { status, headers, text } = await get(device, '/zh/health/?a="b"&c');
    assert.equal(status, 503);
    assert.match(text, /<html lang="ar">/);
    assert.match(
      text,
      /<div lang="zh-Hans" dir="ltr"><h1>zh: no network<\/h1><p class="lead">zh: not kept</,
      'in the words of the language that was asked for',
    );
    assert.match(text, /<div lang="ar" dir="rtl"><h2>ar: no network<\/h2><p class="lead">ar: not kept</);
    assert.match(
      text,
      /<a href="\/fr\/health\/" lang="fr" dir="ltr" hreflang="fr" data-language="fr">Français<\/a>/,
    );
    assert.match(text, /<a class="button primary" lang="zh-Hans" dir="ltr" href="\/zh\/health\/\?a=%22b%22&amp;c">zh: again/);
    assert.ok(!text.includes('data-language="zh"') && !text.includes('data-language="en"'));
    assert.equal(headers.get('content-security-policy'), "default-src 'none'");
  });

  test(`a phone with nothing says so in plain words when the network is "${fault}"`, async () => {
    const device = await keeping();
    device.network.break(/./, fault);
    const { status, headers, text } = await get(device, '/ar/health/');
    assert.equal(status, 503);
    assert.match(text, /^<!doctype html>\n<html lang="ar" dir="rtl">/);
    assert.match(text, /color-scheme/);
    assert.match(text, /lang="en" dir="ltr">No network/);
    assert.ok(!/<script|<style|style=| on\w+=/.test(text));
    assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });
}

test('a language that is not kept comes from the network', async () => {
  const device = await keeping('ar');
  device.network.files.set(...served('/zh/health/'));
  assert.equal((await get(device, '/zh/health/')).text, "the network's /zh/health/");
});

test('a phone with nothing waits longer for the network than one that can offer something', async () => {
  for (const [languages, status] of /** @type {[string[], number][]} */ ([
    [[], 200],
    [['ar'], 503],
  ])) {
    const device = await keeping(...languages);
    device.network.files.set(...served('/zh/'));
    device.network.delay = 50;
    const limits = { ...device.world.limits, navigation: 1, nothing: 10_000 };
    assert.equal(
      (await get({ ...device, world: { ...device.world, limits } }, '/zh/')).status,
      status,
    );
  }
});

test('what the network says about a page that is not kept is shown as it is', async () => {
  const device = await keeping('ar');
  device.network.break(/./, 'portal');
  assert.match((await get(device, '/zh/')).text, /Sign in/, 'a reader must be able to sign in');
  device.network.heal();
  device.network.break(/./, 500);
  assert.equal((await get(device, '/zh/')).status, 500);
});

test('a page whose pack was evicted comes from the network', async () => {
  const device = await keeping('ar');
  device.cache.stored.delete(packPath(first, 'ar'));
  device.network.files.set(...served('/ar/'));
  assert.equal((await get(woken(device), '/ar/')).text, "the network's /ar/");
});

test('without network, an evicted pack is stood in for by the release before', async () => {
  const device = await keeping('ar');
  device.network.publish(second);
  await keep(device.world, { languages: [], cause: 'asked' });
  device.cache.stored.delete(packPath(second, 'ar'));
  device.network.break(/./, 'offline');
  assert.equal((await get(woken(device), '/ar/')).text, composed('/ar/'));
});

test('without network and any release, an evicted pack is said to be missing', async () => {
  const device = await keeping('ar', 'fr');
  device.cache.stored.delete(packPath(first, 'ar'));
  device.network.break(/./, 'offline');
  const { status, text } = await get(woken(device), '/ar/');
  assert.equal(status, 503);
  assert.match(text, /<h1>ar: no network<\/h1><p class="lead">ar: lost</);
  assert.match(text, /<h2>fr: no network<\/h2><p class="lead">fr: lost</);
  assert.match(text, /data-language="fr"/);
  assert.doesNotMatch(text, /<li><a href="\/ar/, 'only what can be read is offered');
  device.cache.stored.delete(packPath(first, 'fr'));
  assert.match((await get(woken(device), '/ar/')).text, /No network/);
});

test('without network, what is missing is said in the words of the release before, if need be', async () => {
  const device = await keeping('ar', 'fr');
  device.network.publish(second);
  await keep(device.world, { languages: [], cause: 'asked' });
  for (const code of /** @type {const} */ (['ar', 'fr'])) {
    device.cache.stored.delete(packPath(second, code));
  }
  device.network.break(/./, 'offline');
  const { status, text } = await get({ ...device, world: device.again() }, '/ar/only/in/second/');
  assert.equal(status, 503);
  assert.match(text, /<h1>ar: no network<\/h1>/);
});

test('"/" and "/go/" lead into the reader\'s language without asking', async () => {
  const device = await keeping('ar', 'fr');
  device.network.break(/./, 'hang');
  for (const [path, target] of [
    ['/', '/ar/'],
    ['/?from=qr', '/ar/?from=qr'],
    ['/go/health/lost', '/ar/health/lost/'],
    ['/go/health/', '/ar/health/'],
    ['/go//elsewhere.example', '/ar//elsewhere.example/'],
  ]) {
    const { status, headers } = await get(device, path ?? '');
    assert.equal(status, 307);
    assert.equal(headers.get('location'), ORIGIN + target);
  }
  assert.deepEqual(device.network.asked, []);
});

test('"/" asks the server where the reader\'s language is not kept, else takes the companion', async () => {
  const device = await keeping('ar', 'en', 'fr');
  await remove(device.world, 'ar');
  device.network.files.set(...served('/'));
  assert.equal((await get(device, '/')).text, "the network's /");
  device.network.break(/./, 'offline');
  assert.equal((await get(device, '/')).headers.get('location'), `${ORIGIN}/fr/`);
  await remove(device.world, 'fr');
  assert.equal((await get(device, '/')).headers.get('location'), `${ORIGIN}/en/`);
  await remove(device.world, 'en');
  assert.equal((await get(device, '/')).status, 503);
});

test('files come from the phone first, and from the network where it lacks them', async () => {
  const device = await keeping('ar');
  const script = [...first.files.keys()].find((path) => path.endsWith('.js')) ?? '';
  const { headers, text } = await get(device, script);
  assert.equal(text, '// first');
  assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.deepEqual(device.network.asked, []);
  assert.match((await get(device, packPath(first, 'zh'))).text, /"code":"zh"/);
  assert.equal(
    device.stored(packPath(first, 'zh')),
    undefined,
    'what is only passed on is not stored',
  );
});

test('a kept file whose bytes were altered never reaches a page', async () => {
  const device = await keeping('ar');
  const script = first.release.files.find(({ path }) => path.startsWith('/assets/'))?.path ?? '';
  const stored = device.stored(script);
  assert.ok(stored);
  stored.bytes[0] = (stored.bytes[0] ?? 0) ^ 1;
  assert.equal((await get(device, script)).text, first.files.get(script)?.bytes.toString());
  assert.deepEqual(device.network.paths(), [script]);
  assert.equal(device.stored(script), undefined);
  device.network.break(/./, 'offline');
  const request = navigation(script, { mode: 'no-cors' });
  const found = route(request, ORIGIN);
  assert.equal(found && (await answer(device.world, request, found)).type, 'error');
});

test('a file comes over the network with the bytes of its name, past wrong ones in the HTTP cache, or not at all', async () => {
  const device = await keeping('ar');
  const path = packPath(first, 'zh');
  const fetched = async () => {
    const request = navigation(path, { mode: 'cors' });
    const found = route(request, ORIGIN);
    assert.ok(found);
    return answer(device.world, request, found);
  };
  for (const fault of /** @type {const} */ (['wrong', 'portal', 'cut'])) {
    device.network.break(path, fault);
    assert.equal((await fetched()).type, 'error', fault);
  }
  device.network.break(path, 'stale');
  assert.match(await (await fetched()).text(), /"code":"zh"/);
  device.network.break(path, 404);
  assert.equal((await fetched()).status, 404);
});

test('a file that nobody has is a network error, not a rejected answer', async () => {
  const device = await keeping();
  device.network.break(/./, 'offline');
  const request = navigation('/assets/none.0123456789abcdef.js', { mode: 'no-cors' });
  const found = route(request, ORIGIN);
  assert.equal(found && (await answer(device.world, request, found)).type, 'error');
});

test('the manifest is the one of the kept language', async () => {
  const device = await keeping('ar');
  device.network.break(/./, 'hang');
  const { headers, text } = await get(device, '/ar/manifest.webmanifest');
  assert.equal(headers.get('content-type'), 'application/manifest+json');
  assert.equal(text, '{"id":"/","lang":"ar","name":"Livret ar"}\n');
  device.network.heal();
  device.network.files.set(...served('/zh/manifest.webmanifest'));
  assert.equal(
    (await get(device, '/zh/manifest.webmanifest')).text,
    "the network's /zh/manifest.webmanifest",
  );
});

test('a phone that lets nothing be read is left to the network', async () => {
  const device = await keeping('ar');
  device.network.files.set(...served('/ar/'));
  const caches = /** @type {CacheStorage} */ (
    /** @type {unknown} */ ({ open: () => Promise.reject(new Error('denied')) })
  );
  assert.equal(
    (await get({ ...device, world: { ...device.again(), caches } }, '/ar/')).text,
    "the network's /ar/",
  );
});

test('a page that another page reads comes from the phone too', () => {
  assert.equal(route(navigation('/ar/', { mode: 'cors' }), ORIGIN)?.kind, 'page');
});

test('everything else is left to the browser', () => {
  const range = new Headers({ range: 'bytes=0-' });
  for (const request of [
    navigation('/ar/', { method: 'POST' }),
    navigation('/ar/', { method: 'HEAD' }),
    navigation('/ar/', { headers: range }),
    navigation('/packs/ar.0123456789abcdef.ndjson', { headers: range }),
    navigation('/', { mode: 'cors' }),
    navigation('/ar/', { origin: 'https://elsewhere.example' }),
    navigation('/sw.js'),
    navigation('/release.json'),
    navigation('/kept.json'),
    navigation('/checked.json'),
    navigation('/health'),
    navigation('/sitemap.xml'),
    navigation('/robots.txt'),
    navigation('/go'),
  ]) {
    assert.equal(route(request, ORIGIN), null, `${request.method} ${request.mode} ${request.url}`);
  }
});

test('the code of a language may hold a script', () => {
  assert.deepEqual(route(navigation('/zh-hans/words/'), ORIGIN)?.kind, 'page');
  assert.deepEqual(route(navigation('/ar'), ORIGIN)?.kind, 'page');
});

test('a damaged file is never answered, but deleted and asked of the network', async () => {
  const device = await keeping('ar');
  const script = [...first.files.keys()].find((path) => path.endsWith('.js')) ?? '';
  const file = device.stored(script);
  if (file) file.bytes = file.bytes.map((byte) => byte ^ 1);
  assert.equal((await get(device, script)).text, '// first', "the network's");
  assert.equal(device.stored(script), undefined);
});

test('a language that the guide does not know is told in the words of a kept one', async () => {
  const device = await keeping('ar', 'fr');
  device.network.break(/./, 'offline');
  const { text } = await get(device, '/xx/health/');
  assert.match(text, /<main><div lang="ar" dir="rtl"><h1>ar: no network</);
});

test('a pack of an older worker, without words for each language, still offers what is kept', async () => {
  const device = await keeping('ar');
  const { release } = device.kept();
  const text = first.files.get(packPath(first, 'ar'))?.bytes.toString() ?? '';
  const header = JSON.parse(text.slice(0, text.indexOf('\n')));
  const older = { ...header, offline: { title: 'none', retry: 'again' } };
  const { header: read } = parsePack(`${JSON.stringify(older)}\n`);
  const page = notKeptPage(
    { header: read, find: () => null },
    { ...device.kept(), release },
    new URL(`${ORIGIN}/zh/`),
    'zh',
    'not_kept',
  );
  assert.match(page, /<a href="\/ar\/" lang="ar"/);
  assert.equal(unwellNotice({ header: read, find: () => null }), '');
});

test('a link asks for a repair without any script, and leads to how it went', async () => {
  const device = await keeping('ar');
  const pack = device.stored(packPath(first, 'ar'));
  if (pack) pack.bytes = pack.bytes.map((byte) => byte ^ 1);
  const there = `${ORIGIN}/ar/phone/`;
  device.network.break(/./, 'offline');
  const failed = await get(device, '/ar/phone/?repair');
  assert.equal(failed.status, 303);
  assert.equal(failed.headers.get('location'), `${there}#not-repaired`);
  device.network.heal();
  const done = await get(device, '/ar/phone/?repair');
  assert.equal(done.headers.get('location'), `${there}#repaired`);
  assertWhole(device);
});

test('a repair where nothing is left brings the language of the page', async () => {
  const device = await keeping();
  const { headers } = await get(device, '/ar/phone/?repair');
  assert.equal(headers.get('location'), `${ORIGIN}/ar/phone/#repaired`);
  assert.deepEqual(device.kept().languages, ['ar']);
});
