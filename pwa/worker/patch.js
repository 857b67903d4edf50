/** Makes packs out of kept ones by the patch between two releases (docs/formats.md). */

const SCHEMA = 1;

/**
 * What makes a pack out of an older one: a number copies so many bytes, a negative one passes over
 * them, a text is inserted.
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
  if (value?.schema !== SCHEMA) throw new SyntaxError('patch');
  const packs = new Map(Object.entries(value.packs));
  if (![...packs.values()].every(Array.isArray)) throw new SyntaxError('patch');
  return packs;
}

/**
 * The bytes that the parts make out of the old ones: exactly `size`, with nothing of the old left
 * over. Throws an error where they do not.
 * @param {Uint8Array} old
 * @param {Parts} parts
 * @param {number} size
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function applyParts(old, parts, size) {
  const made = new Uint8Array(size);
  let read = 0;
  let written = 0;
  /** @param {Uint8Array} bytes */
  const write = (bytes) => {
    made.set(bytes, written); // a RangeError where they do not fit
    written += bytes.length;
  };
  for (const part of parts) {
    if (typeof part === 'string') {
      write(new TextEncoder().encode(part));
    } else {
      if (!Number.isSafeInteger(part)) throw new TypeError('parts');
      const end = read + Math.abs(Number(part)); // beyond the old, it is never its end again
      if (Number(part) > 0) write(old.subarray(read, end));
      read = end;
    }
  }
  if (read !== old.length || written !== size) throw new RangeError('parts');
  return made;
}
