import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose, packText } from '../search/packs.js';
import { guide, packPath } from './guide.js';

const published = guide('first');

/**
 * @param {object} given
 * @param {string[]} [given.kept]  codes
 * @param {(path: string) => Response|undefined} [given.network]
 * @param {boolean} [given.refused]  whether the browser lets nothing be read
 */
function world({ kept, network = () => undefined, refused = false }) {
  /** @type {string[]} */
  const asked = [];
  const stored = (/** @type {string} */ path) => {
    if (path === '/kept.json')
      return kept && Response.json({ release: published.release, languages: kept });
    const isKept = kept?.some((code) => path === packPath(published, /** @type {'ar'} */ (code)));
    return isKept ? new Response(published.files.get(path)?.bytes) : undefined;
  };
  const caches = {
    open: async () => {
      if (refused) throw new DOMException('no', 'SecurityError');
      return /** @type {Cache} */ (
        /** @type {unknown} */ ({ match: async (/** @type {string} */ path) => stored(path) })
      );
    },
  };
  const fetch = async (/** @type {string} */ path) => {
    asked.push(path);
    const response = network(path);
    if (!response) throw new TypeError('Failed to fetch');
    return response;
  };
  return { caches, fetch, asked };
}

/** @param {string} path */
const online = (path) => new Response(published.files.get(path)?.bytes, { status: 200 });

test('a phone that keeps the guide searches the reader’s language, the companion and the source, and asks nobody', async () => {
  const phone = world({ kept: ['ar', 'en', 'fr'] });
  const { release, codes } = await choose(phone, 'ar');
  assert.deepEqual(codes, ['ar', 'fr', 'en']);
  for (const code of codes)
    assert.match(await packText(phone, release, code), new RegExp(`"code":"${code}"`));
  assert.deepEqual(phone.asked, []);
});

test('a language is searched once, be it the companion or the source', async () => {
  assert.deepEqual((await choose(world({ kept: ['en', 'fr'] }), 'fr')).codes, ['fr', 'en']);
  assert.deepEqual((await choose(world({ kept: ['en'] }), 'en')).codes, ['en']);
});

test('before anything is kept, the pack of the page’s language is fetched and no other', async () => {
  const phone = world({ network: online });
  const { release, codes } = await choose(phone, 'zh');
  assert.deepEqual(codes, ['zh']);
  assert.match(await packText(phone, release, 'zh'), /"code":"zh"/);
  assert.deepEqual(phone.asked, ['/release.json', packPath(published, 'zh')]);
});

test('a browser that lets nothing be stored searches over the network', async () => {
  const phone = world({ refused: true, network: online });
  const { release, codes } = await choose(phone, 'en');
  assert.match(await packText(phone, release, codes[0] ?? ''), /"code":"en"/);
});

test('a sign-in page instead of the pack is not searched', async () => {
  const portal = () => new Response('<!doctype html><p>Sign in', { status: 200 });
  const phone = world({ network: (path) => (path === '/release.json' ? online(path) : portal()) });
  const { release } = await choose(phone, 'en');
  await assert.rejects(packText(phone, release, 'en'), RangeError);
  await assert.rejects(choose(world({ network: portal }), 'en'), SyntaxError);
});

test('without phone and network there is nothing to search', async () => {
  await assert.rejects(choose(world({}), 'en'), TypeError);
});
