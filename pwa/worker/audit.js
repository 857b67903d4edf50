/** Looks whether what the pointer names is really there. */

import { inParallel } from './parallel.js';
import { filesFor } from './release.js';
import * as store from './store.js';

/** @import {World} from './world.js' */
/** @import {Kept, Record} from './store.js' */
/** @import {ReleaseFile} from './release.js' */

/**
 * The kept release's files that are not stored. Looks at names only.
 * @param {Cache} cache
 * @param {Kept} kept
 * @returns {Promise<ReleaseFile[]>}
 */
export async function missing(cache, kept) {
  const stored = await store.storedPaths(cache);
  return filesFor(kept.release, kept.languages).filter((file) => !stored.has(file.path));
}

/**
 * The files that are missing or do not have their hash; the latter are deleted.
 * @param {World} world
 * @param {Cache} cache
 * @param {ReleaseFile[]} files
 */
export async function unreadable(world, cache, files) {
  /** @type {Set<ReleaseFile>} */
  const found = new Set();
  await inParallel(files, world.limits.parallel, async (file) => {
    if (!(await store.readFile(cache, file))) found.add(file);
  });
  return files.filter((file) => found.has(file));
}

/**
 * Whether the kept bytes were not read for too long, or on a day that the clock says is to come.
 * @param {World} world
 * @param {Kept} kept
 * @param {Record|null} record
 */
export const isAuditDue = ({ now, limits }, { since }, record) =>
  Math.abs(now() - Math.max(since, record?.audit?.at ?? 0)) > limits.audit;

/**
 * Reads and hashes every kept file, and remembers what came of it.
 * @param {World} world
 * @param {Cache} cache
 * @param {Kept} kept
 */
export async function audit(world, cache, kept) {
  const files = filesFor(kept.release, kept.languages);
  const damaged = await unreadable(world, cache, files);
  await store.changeRecord(cache, {
    audit: { at: world.now(), files: files.length, damaged: damaged.map((file) => file.path) },
  });
}
