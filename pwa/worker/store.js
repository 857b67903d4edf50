/** What is on this phone: the pointer, the record of checks, and the kept files. */

import { encoded } from './bytes.js';
import { Failure } from './failure.js';
import { sha256 } from './hash.js';
import { CACHE, POINTER, RECORD, SCHEMA, SPARE_POINTER, SUM } from './names.js';
import { filesFor, isNamed } from './release.js';

/** @import {World} from './world.js' */
/** @import {Release, ReleaseFile} from './release.js' */
/** @import {Reason} from './failure.js' */

/**
 * @typedef {{release: Release, languages: string[]}} Whole  a release and the kept languages of it
 */

/**
 * The pointer. What it names is on the phone, whole: it is written after its files.
 * @typedef {object} Kept
 * @property {number} schema
 * @property {Release} release
 * @property {string[]} languages  codes, sorted
 * @property {string[]} removed  codes the reader does not want: not kept unless asked for
 * @property {string|null} reader  code of the language the reader chose
 * @property {number} since  when this release came, in milliseconds since 1970
 * @property {Whole|null} previous  the release before, kept for the day this one is damaged
 */

/**
 * @typedef {object} Record  how the last check for a newer release ended
 * @property {number} at
 * @property {Reason|null} reason  null after success
 * @property {string} detail
 * @property {number} failures  in a row
 * @property {number} next  not before, unless asked
 * @property {Audit|null} audit  the last time every kept byte was read
 * @property {number} boots  pages in a row that did not come up
 */

/** The record of a phone that never asked. @type {Record} */
export const NEVER = Object.freeze({
  at: 0,
  reason: null,
  detail: '',
  failures: 0,
  next: 0,
  audit: null,
  boots: 0,
});

/** @typedef {{at: number, files: number, damaged: string[]}} Audit */

/**
 * @param {World} world
 * @returns {Promise<Cache>}
 */
export async function openStore(world) {
  return guarded(() => world.caches.open(CACHE));
}

/**
 * @template T
 * @param {() => Promise<T>} use
 * @returns {Promise<T>}
 */
async function guarded(use) {
  try {
    return await use();
  } catch (error) {
    throw Failure.of(error);
  }
}

/**
 * What was written as JSON; null where nothing, or nothing readable or whole, is stored.
 * @param {Cache} cache
 * @param {string} path
 * @returns {Promise<any>}
 */
async function readJSON(cache, path) {
  const response = await guarded(() => cache.match(path));
  try {
    const bytes = response && new Uint8Array(await response.arrayBuffer());
    if (!bytes || (await sha256(bytes)) !== response.headers.get(SUM)) return null;
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @param {unknown} value
 */
async function writeJSON(cache, path, value) {
  const bytes = encoded(JSON.stringify(value));
  const headers = { 'content-type': 'application/json', [SUM]: await sha256(bytes) };
  await guarded(() => cache.put(path, new Response(bytes, { headers })));
}

/**
 * @param {Cache} cache
 * @param {string} path
 * @returns {Promise<Kept|null>} null also for one of another format
 */
async function readPointer(cache, path) {
  const kept = await readJSON(cache, path);
  return kept?.schema === SCHEMA ? kept : null;
}

/**
 * What the phone keeps; null where both pointers are lost or of another format, whose files are
 * then found by their hashes.
 * @param {Cache} cache
 * @returns {Promise<Kept|null>}
 */
export const readKept = async (cache) =>
  (await readPointer(cache, POINTER)) ?? readPointer(cache, SPARE_POINTER);

/**
 * The pointer is written twice, one after the other: whenever the phone dies, one of the two is
 * whole. What it says holds from the second time on.
 * @param {Cache} cache
 * @param {Kept} kept
 */
export async function writeKept(cache, kept) {
  await writeJSON(cache, SPARE_POINTER, kept);
  await writeJSON(cache, POINTER, kept);
}

/**
 * Reads the pointer, and writes it anew where one of the two was lost.
 * @param {Cache} cache
 * @returns {Promise<Kept|null>}
 */
export async function mendKept(cache) {
  const first = await readPointer(cache, POINTER);
  const second = await readPointer(cache, SPARE_POINTER);
  const kept = first ?? second;
  // Without room for it, one must do.
  if (kept && !(first && second)) await writeKept(cache, kept).catch(() => {});
  return kept;
}

/**
 * @param {Cache} cache
 * @returns {Promise<Record|null>}
 */
export const readRecord = (cache) => readJSON(cache, RECORD);

/**
 * @param {Cache} cache
 * @param {Record} record
 */
export const writeRecord = (cache, record) => writeJSON(cache, RECORD, record);

/**
 * @param {Cache} cache
 * @param {Partial<Record>} change
 */
export const changeRecord = async (cache, change) =>
  writeRecord(cache, { ...NEVER, ...(await readRecord(cache)), ...change });

/**
 * The bytes of a kept file, read and hashed; null where it is missing. A damaged file, or one with
 * another type than the release gives it, is deleted:
 * the next check then sees that it is missing and fetches it again.
 * @param {Cache} cache
 * @param {ReleaseFile} file
 * @returns {Promise<Uint8Array<ArrayBuffer>|null>}
 */
export async function readFile(cache, file) {
  const response = await guarded(() => cache.match(file.path));
  if (!response) return null;
  const bytes = await response.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  const isTyped = response.headers.get('content-type') === file.type;
  if (isTyped && bytes?.length === file.size && (await sha256(bytes)) === file.sha256) return bytes;
  await guarded(() => cache.delete(file.path));
  return null;
}

/**
 * Whether the bytes of a response are those that the name of its file promises.
 * @param {string} path
 * @param {Response} response  can still be read afterwards
 */
export async function hasItsName(path, response) {
  const bytes = await response
    .clone()
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return isNamed(path, await sha256(new Uint8Array(bytes)));
}

/**
 * The response of a kept file whose bytes are those that its name promises, whatever release it is
 * of; a damaged one is deleted.
 * @param {Cache} cache
 * @param {string} path
 * @returns {Promise<Response|undefined>} undefined where there is none, or a damaged one
 */
export async function readNamed(cache, path) {
  const response = await cache.match(path);
  if (!response || (await hasItsName(path, response))) return response;
  await cache.delete(path);
  return undefined;
}

/**
 * Stores verified bytes in a response of our own, free of what the network put in its headers.
 * @param {Cache} cache
 * @param {ReleaseFile} file
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export async function writeFile(cache, file, bytes) {
  const headers = {
    'content-type': file.type,
    'x-content-type-options': 'nosniff',
  };
  await guarded(() => cache.put(file.path, new Response(bytes, { headers })));
}

/**
 * @param {Cache} cache
 * @returns {Promise<Set<string>>} paths of all that is stored
 */
export async function storedPaths(cache) {
  const requests = await guarded(() => cache.keys());
  return new Set(requests.map((request) => new URL(request.url).pathname));
}

/**
 * Deletes what neither the pointer's release nor the one before nor `coming` needs.
 * @param {Cache} cache
 * @param {Kept} kept
 * @param {readonly ReleaseFile[]} [coming]
 */
export async function sweep(cache, kept, coming = []) {
  const wholes = [kept, kept.previous].filter((whole) => whole !== null);
  const files = wholes.flatMap((whole) => filesFor(whole.release, whole.languages));
  const needed = new Set([...files, ...coming].map((file) => file.path));
  needed.add(POINTER).add(SPARE_POINTER).add(RECORD);
  for (const path of await storedPaths(cache)) {
    if (!needed.has(path)) await guarded(() => cache.delete(path));
  }
}
