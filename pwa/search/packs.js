/**
 * Brings the packs to search: those that the phone keeps, else the one of the page's language from
 * the server.
 */

import { CACHE, POINTER, RELEASE } from '../worker/names.js';

/** @import {Release} from '../worker/release.js' */

/**
 * Everything outside itself that bringing packs uses.
 * @typedef {object} World
 * @property {Pick<CacheStorage, 'open'>|undefined} caches
 * @property {(address: string, init?: RequestInit) => Promise<Response>} fetch
 */

/**
 * A release and which of its languages to search, the reader's first.
 * @typedef {{release: Pick<Release, 'id'|'languages'|'companion'|'source'>, codes: string[]}} Choice
 */

/**
 * What to search in: on a phone that keeps the guide the reader's language, the companion and the
 * source; on any other the reader's language alone, so that one search costs one download.
 * Rejects where neither phone nor network has a release.
 * @param {World} world
 * @param {string} code
 * @returns {Promise<Choice>}
 */
export async function choose(world, code) {
  const kept = await readKept(world);
  if (kept?.languages.includes(code)) {
    const { companion, source } = kept.release;
    const beside = [companion, source].filter((other) => kept.languages.includes(other ?? ''));
    return { release: kept.release, codes: unique([code, ...beside]) };
  }
  const response = await world.fetch(RELEASE, { cache: 'no-cache' });
  return { release: await response.json(), codes: [code] };
}

/** @param {(string|null)[]} codes */
const unique = (codes) => [...new Set(codes)].filter((code) => code !== null);

/**
 * @param {World} world
 * @returns {Promise<{release: Release, languages: string[]}|null>} null also where nothing can be read
 */
async function readKept({ caches }) {
  try {
    const pointer = await (await caches?.open(CACHE))?.match(POINTER);
    return (await pointer?.json()) ?? null;
  } catch {
    return null; // private windows refuse the cache
  }
}

/**
 * The text of a language's pack, from the phone or the network. Rejects where neither has it whole.
 * @param {World} world
 * @param {Choice['release']} release
 * @param {string} code
 * @returns {Promise<string>}
 */
export async function packText(world, release, code) {
  const language = release.languages.find((other) => other.code === code);
  if (!language) throw new RangeError(`no language ${code}`);
  const { pack, size } = language;
  const bytes = (await stored(world, pack)) ?? (await fetched(world, pack, 'default'));
  // A sign-in page of a Wi-Fi comes with status 200, and the browser may have kept one.
  const whole = bytes.byteLength === size ? bytes : await fetched(world, pack, 'reload');
  if (whole.byteLength !== size)
    throw new RangeError(`${pack}: ${whole.byteLength} of ${size} bytes`);
  return new TextDecoder().decode(whole);
}

/**
 * Asked for without the service worker too, which a hard reload passes by.
 * @param {World} world
 * @param {string} path
 */
async function stored({ caches }, path) {
  try {
    return (await (await (await caches?.open(CACHE))?.match(path))?.arrayBuffer()) ?? null;
  } catch {
    return null;
  }
}

/**
 * @param {World} world
 * @param {string} path
 * @param {RequestCache} cache
 */
async function fetched(world, path, cache) {
  const response = await world.fetch(path, { cache });
  return response.arrayBuffer();
}
