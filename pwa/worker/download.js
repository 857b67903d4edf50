/** Fetches files of a release and lets none pass that is not exactly what the release names. */

import { joined } from './bytes.js';
import { Failure } from './failure.js';
import { sha256 } from './hash.js';
import { parsePatch } from './patch.js';

/** @import {World} from './world.js' */
/** @import {ReleaseFile} from './release.js' */

/** What the browser's own HTTP cache may be to blame for, so that asking past it can help. */
const CACHED = new Set(['portal', 'cut', 'wrong', 'release']);

/**
 * Once more past the browser's cache where that may help.
 * @template T
 * @param {RequestCache} first
 * @param {(mode: RequestCache) => Promise<T>} attempt
 * @returns {Promise<T>}
 */
export async function twice(first, attempt) {
  try {
    return await attempt(first);
  } catch (error) {
    if (error instanceof Failure && CACHED.has(error.reason)) return attempt('reload');
    throw error;
  }
}

/**
 * The verified bytes of a file: length, SHA-256, and a type that no page has. A plain static host
 * may not know .ndjson, so that other types pass; the file is stored with the release's own, and
 * read again only with it. Throws a Failure.
 *
 * `beside` is the code of a kept pack that is like the file. As a query it makes the address one
 * that the pack is a compression dictionary for (docs/formats.md); a host without them passes it over.
 * @param {World} world
 * @param {ReleaseFile} file
 * @param {string} [beside]
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export function fetchFile(world, { path, size, sha256: expected }, beside) {
  const address = beside ? `${path}?${beside}` : path;
  return twice('default', async (mode) => {
    const bytes = await receive(world, address, mode, size);
    if (bytes.length === size && (await sha256(bytes)) === expected) return bytes;
    const reason = bytes.length < size ? 'cut' : 'wrong';
    throw new Failure(reason, `${path}, ${bytes.length} of ${size} bytes`);
  });
}

/**
 * What changed in the packs between two releases. It is asked for once: what it cannot give, the
 * whole packs do. Throws an error.
 * @param {World} world
 * @param {string} from  the id of the kept release
 * @param {string} to
 * @param {number} most  bytes
 */
export async function fetchPatch(world, from, to, most) {
  const bytes = await receive(world, `/packs/${from}-${to}.json`, 'default', most);
  if (bytes.length > most) throw new RangeError('patch');
  return parsePatch(bytes);
}

/**
 * Nothing that a release names is HTML: a page in its place is a sign-in, or a host's own words.
 * @param {Response} response
 */
const isPage = ({ headers }) =>
  /^(text\/html|application\/xhtml)/i.test(headers.get('content-type') ?? '');

/**
 * The body of a response with status 200 that is no page, up to one byte more than `most`.
 * @param {World} world
 * @param {string} path
 * @param {RequestCache} cache
 * @param {number} most
 */
export async function receive(world, path, cache, most) {
  const stop = new AbortController();
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  let answered = false;
  const progress = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), world.limits.stall);
  };
  try {
    progress();
    // "manual", since a followed redirect cannot be told from a dead network when it fails.
    const request = { cache, redirect: /** @type {const} */ ('manual'), signal: stop.signal };
    const response = await world.fetch(path, request);
    answered = true;
    if (response.type === 'opaqueredirect') throw new Failure('portal', `${path} redirects`);
    if (response.status !== 200) throw new Failure('server', `${path}: ${response.status}`);
    if (isPage(response)) throw new Failure('portal', `${path} is a page`);
    return await readUpTo(response, most, progress);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const reason = stop.signal.aborted ? 'slow' : answered ? 'cut' : 'network';
    throw new Failure(reason, path);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

/**
 * @param {Response} response
 * @param {number} most
 * @param {() => void} progress  called for each piece that arrives
 */
async function readUpTo(response, most, progress) {
  const pieces = [];
  let length = 0;
  const reader = response.body?.getReader();
  while (reader && length <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    progress();
    pieces.push(value);
    length += value.length;
  }
  return joined(pieces);
}
