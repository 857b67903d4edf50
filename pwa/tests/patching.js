/** Patches between small guides, as the server makes them but for finding less in common. */

import { packPath } from './guide.js';

/** @import {Guide, Code} from './guide.js' */

/**
 * @param {Guide} from
 * @param {Guide} to
 */
export const patchPath = (from, to) => `/packs/${from.id}-${to.id}.json`;

/**
 * @param {Guide} from
 * @param {Guide} to
 */
export function patchBetween(from, to) {
  /** @type {Record<string, unknown[]>} */
  const packs = {};
  for (const code of /** @type {Code[]} */ (['ar', 'en', 'fr', 'zh'])) {
    const old = from.files.get(packPath(from, code))?.bytes.toString() ?? '';
    const made = to.files.get(packPath(to, code))?.bytes.toString() ?? '';
    packs[code] = partsBetween(old, made);
  }
  return { packs, schema: 1 };
}

/**
 * The parts that make one text out of another: what both begin with, and the rest anew.
 * @param {string} old
 * @param {string} made
 */
export function partsBetween(old, made) {
  let start = 0;
  while (start < old.length && old[start] === made[start]) start++;
  const left = Buffer.byteLength(old.slice(start));
  return [Buffer.byteLength(old.slice(0, start)), made.slice(start), -left];
}
