/** Brings new packs at the cost of what changed in them, where the kept ones are there to be patched. */

import { fetchPatch } from './download.js';
import { Failure } from './failure.js';
import { sha256 } from './hash.js';
import { applyParts } from './patch.js';
import * as store from './store.js';

/** @import {World} from './world.js' */
/** @import {Release, ReleaseFile} from './release.js' */
/** @import {Parts, Patch} from './patch.js' */

/** @typedef {{code: string, old: ReleaseFile, file: ReleaseFile}} Pair  a kept pack and the new one */

/**
 * Stores those of the lacking packs that the patch from the kept release gives. A host without
 * patches, and one that is damaged in whatever way, cost one request: the packs are then fetched
 * whole. Throws a Failure only where the phone cannot store.
 * @param {World} world
 * @param {Cache} cache
 * @param {Release} from
 * @param {Release} to
 * @param {readonly ReleaseFile[]} lacking
 * @param {Patch} [told]  the patch, where it came with the list
 * @returns {Promise<ReleaseFile[]>} what is now stored
 */
export async function patchPacks(world, cache, from, to, lacking, told) {
  const pairs = pairsOf(from, to, lacking);
  if (!pairs.length) return [];
  const most = pairs.reduce((sum, { file }) => sum + file.size, 0);
  const patch = told ?? (await fetchPatch(world, from.id, to.id, most).catch(() => null));
  const made = [];
  for (const { code, old, file } of pairs) {
    const parts = patch?.get(code);
    const bytes = parts && (await patchedPack(cache, old, parts, file));
    if (!bytes) continue;
    await store.writeFile(cache, file, bytes);
    made.push(file);
  }
  return made;
}

/**
 * @param {Release} from
 * @param {Release} to
 * @param {readonly ReleaseFile[]} lacking
 * @returns {Pair[]}
 */
function pairsOf(from, to, lacking) {
  return to.languages.flatMap(({ code, pack }) => {
    const file = lacking.find(({ path }) => path === pack);
    const before = from.languages.find((language) => language.code === code)?.pack;
    const old = from.files.find(({ path }) => path === before);
    return file && old ? [{ code, old, file }] : [];
  });
}

/**
 * The verified bytes of a pack; null where the old one is not kept, or the parts do not give it.
 * @param {Cache} cache
 * @param {ReleaseFile} old
 * @param {Parts} parts
 * @param {ReleaseFile} file
 */
async function patchedPack(cache, old, parts, file) {
  try {
    const before = await store.readFile(cache, old);
    const bytes = before && applyParts(before, parts, file.size);
    return bytes && (await sha256(bytes)) === file.sha256 ? bytes : null;
  } catch (error) {
    if (error instanceof Failure) throw error;
    return null;
  }
}
