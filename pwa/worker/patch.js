/** Makes packs out of kept ones by the patch between two releases (docs/formats.md). */

import { encoded, joined } from './bytes.js';

/** The newest format; the first one has no copies from elsewhere. */
const SCHEMA = 2;

/**
 * What makes a pack out of an older one: a number copies so many bytes, a negative one passes over
 * them, a text is inserted, and a place with a number of bytes copies from elsewhere in the old
 * one. What is left of the old one in the end follows.
 * @typedef {readonly unknown[]} Parts
 */

/**
 * The parts of each language in a patch, by its code.
 * @typedef {Map<string, Parts>} Patch
 */

/**
 * Throws an error for what is no patch.
 * @param {Uint8Array} bytes
 * @returns {Patch}
 */
export const parsePatch = (bytes) =>
  patchOf(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));

/**
 * The same of what was parsed already.
 * @param {any} value
 * @returns {Patch}
 */
export function patchOf(value) {
  if (value?.schema !== 1 && value?.schema !== SCHEMA) throw new SyntaxError('patch');
  const packs = new Map(Object.entries(value.packs));
  if (![...packs.values()].every(Array.isArray)) throw new SyntaxError('patch');
  return packs;
}

/**
 * The bytes that the parts make out of the old ones, at least and at most so many. Throws an error
 * where they do not.
 * @param {Uint8Array} old
 * @param {Parts} parts
 * @param {number} most
 * @param {number} [least]
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function applyParts(old, parts, most, least = most) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  let read = 0;
  /** @param {Uint8Array} bytes */
  const add = (bytes) => {
    size += bytes.length;
    if (!(size <= most)) throw new RangeError('parts');
    pieces.push(bytes);
  };
  /** @param {unknown} place @param {unknown} length */
  const stretch = (place, length) => {
    const [start, end] = [Number(place), Number(place) + Number(length)];
    const isInside = start >= 0 && end >= start && end <= old.length;
    if (![place, length].every(Number.isSafeInteger) || !isInside) throw new RangeError('parts');
    return old.subarray(start, end);
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      add(encoded(part));
    } else if (Array.isArray(part)) {
      add(stretch(part[0], part[1]));
    } else {
      const next = stretch(read, typeof part === 'number' ? Math.abs(part) : part);
      read += next.length;
      if (Number(part) > 0) add(next);
    }
  }
  add(old.subarray(read));
  if (size < least) throw new RangeError('parts');
  return joined(pieces);
}
