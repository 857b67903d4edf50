/** What a word or a phrase is called else, in an index. */

import { pair } from './terms.js';

/** @import {Index} from './gather.js' */

/**
 * Where the meanings of a word are gathered.
 * @typedef {object} Gathering
 * @property {(plain: string, certainty: number) => void} add
 * @property {Map<string, number>} pairs
 * @property {Map<string, number>} stems
 */

/**
 * Adds the other names of a word or a phrase.
 * @param {Index} index
 * @param {string} name
 * @param {number} certainty
 * @param {Gathering} gathering
 */
export function alike(index, name, certainty, { add, pairs, stems }) {
  for (const other of index.concepts.others.get(name) ?? []) {
    const [first = ''] = other;
    if (other.length > 1) {
      const found = together(index, other);
      if (found && (pairs.get(found) ?? 0) < certainty) pairs.set(found, certainty);
    } else if (first !== name) {
      if (!stems.has(first)) stems.set(first, certainty);
      for (const plain of index.byStem.get(first) ?? []) add(plain, certainty);
    }
  }
}

/**
 * The rarest pair of words of a phrase, if all its pairs stand somewhere.
 * @param {Index} index
 * @param {readonly string[]} stems
 */
export function together({ pairs }, stems) {
  let rarest = '';
  let least = Infinity;
  for (let i = 1; i < stems.length; i += 1) {
    const name = pair(stems[i - 1] ?? '', stems[i] ?? '');
    const size = pairs.get(name)?.places.length ?? 0;
    if (!size) return '';
    if (size < least) [rarest, least] = [name, size];
  }
  return rarest;
}
