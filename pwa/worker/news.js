/** Asks for the newest release, and for what leads to it from the kept one (docs/formats.md). */

import { encoded } from './bytes.js';
import { receive, twice } from './download.js';
import { sha256 } from './hash.js';
import { RELEASE } from './names.js';
import { applyParts, patchOf } from './patch.js';
import { canonical, contentOf, parseRelease } from './release.js';
import * as store from './store.js';

/** @import {World} from './world.js' */
/** @import {Release, ReleaseFile} from './release.js' */
/** @import {Patch} from './patch.js' */
/** @import {Whole} from './store.js' */

/**
 * The newest release, and what leads to it from the kept one where that was told, too.
 * @typedef {{release: Release, patch?: Patch|undefined}} News
 */

/** Without a network, nothing else is asked for. */
const AWAY = new Set(['network', 'slow']);
/** Behind the id: this phone has all packs of that release, and need not be told of the new ones. */
const ALL = '&all';

/**
 * The newest release; for a phone that has one with what leads from it to the newest, where the
 * host tells that in the same answer. A host of files passes the query over and gives the list.
 * Throws a Failure.
 * @param {World} world
 * @param {Cache} cache
 * @param {Whole|null} kept
 * @returns {Promise<News>}
 */
export async function fetchNews(world, cache, kept) {
  const most = world.limits.release;
  if (kept) {
    const { release, languages } = kept;
    const asked = release.id + (languages.length === release.languages.length ? ALL : '');
    const told = receive(world, `${RELEASE}?${asked}`, 'no-cache', most);
    const news = await told.then((bytes) => newsIn(cache, bytes, release, most)).catch((error) => {
      if (AWAY.has(error.reason)) throw error;
      return null; // whatever is wrong with it, it costs one request: the list itself is asked for
    });
    if (news) return news;
  }
  return twice('no-cache', async (mode) => ({
    release: await parseRelease(await receive(world, RELEASE, mode, most)),
  }));
}

/**
 * What an answer tells to a phone that has a release; throws an error where it tells nothing.
 * @param {Cache} cache
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {Release} from
 * @param {number} most  bytes
 * @returns {Promise<News>}
 */
async function newsIn(cache, bytes, from, most) {
  const value = parsed(bytes);
  if (!value.list) return { release: await parseRelease(bytes) };
  const patch = patchOf(value);
  if (value.sha256) {
    return { patch, release: await releaseMade(cache, from, patch, value, most) };
  }
  if (value.size > most) throw new RangeError('news');
  const old = encoded(`${canonical(from)}\n`);
  return { patch, release: await parseRelease(applyParts(old, value.list, value.size)) };
}

/**
 * The release whose list names the packs that the patch makes: the answer does not say what they
 * are, but its SHA-256 is that of the whole list. Throws an error where it comes out otherwise.
 * @param {Cache} cache
 * @param {Release} from  all its packs are kept
 * @param {Patch} patch
 * @param {{list: import('./patch.js').Parts, sha256: string}} told
 * @param {number} most  bytes
 */
async function releaseMade(cache, from, patch, told, most) {
  /** The new files by the addresses of the old ones. @type {Map<string, ReleaseFile>} */
  const made = new Map();
  // One after the other: all packs at once may be more than a phone has memory for.
  for (const { code, pack } of from.languages) {
    const parts = patch.get(code);
    const old = from.files.find(({ path }) => path === pack);
    if (!parts || !old) continue;
    const before = await store.readFile(cache, old);
    if (!before) throw new Error('a pack is not kept');
    made.set(pack, await fileOf(old, applyParts(before, parts, before.length + most, 0)));
  }
  const content = {
    ...contentOf(from),
    files: from.files.map((file) => made.get(file.path) ?? file),
    languages: from.languages.map((language) => {
      const file = made.get(language.pack);
      return file ? { ...language, pack: file.path, size: file.size } : language;
    }),
  };
  const bytes = applyParts(encoded(canonical(content)), told.list, most, 0);
  const sum = await sha256(bytes);
  if (sum !== told.sha256) throw new Error('news');
  return parseRelease(encoded(canonical({ ...parsed(bytes), id: sum.slice(0, from.id.length) })));
}

/**
 * What a list says of a file that has taken another's place.
 * @param {ReleaseFile} old
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<ReleaseFile>}
 */
async function fileOf(old, bytes) {
  const sum = await sha256(bytes);
  const path = old.path.replace(/[0-9a-f]+(?=\.\w+$)/, ({ length }) => sum.slice(0, length));
  return { ...old, path, sha256: sum, size: bytes.length };
}

/** @param {Uint8Array} bytes */
const parsed = (bytes) => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
