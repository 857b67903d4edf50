/** What a word may have been meant to be that is none, or is not finished. */

import { alike } from './names.js';
import { SURE } from './sure.js';
import { pair } from './terms.js';
import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Term} from './languages.js' */
/** @import {Gathering} from './names.js' */

const UNFINISHED_LENGTH = 5;

/**
 * @param {Index} index
 * @param {string} typed
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 */
export function begun({ plains }, typed, certainty, add) {
  for (let place = firstFrom(plains, typed); place < plains.length; place += 1) {
    const plain = plains[place] ?? '';
    if (!plain.startsWith(typed)) return;
    add(plain, certainty * (0.6 + 0.4 * (typed.length / plain.length)));
  }
}

/**
 * Whether a word begins so.
 * @param {Index} index
 * @param {string} typed
 */
export const begins = ({ plains }, typed) =>
  typed.length > 1 && (plains[firstFrom(plains, typed)] ?? '').startsWith(typed);

/**
 * The pairs of a word and those that begin so.
 * @param {Index} index
 * @param {Term} first
 * @param {Term} second  as far as it is typed
 * @returns {Map<string, number>}
 */
export function begunPairs(index, first, second) {
  const isKnown = index.byPlain.has(second.plain) || index.byStem.has(second.stem);
  const sure = isKnown ? SURE.begunPairBeside : SURE.begunPair;
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (const stem of index.beside.get(first.stem) ?? []) {
    const isMeant = index.byStem.get(stem)?.some((plain) => plain.startsWith(second.plain));
    if (isMeant) pairs.set(pair(first.stem, stem), sure);
  }
  return pairs;
}

/**
 * @param {readonly string[]} sorted
 * @param {string} word
 */
function firstFrom(sorted, word) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * A single Han character, as part of the pairs that have it.
 * @param {Index} index
 * @param {string} sign
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 */
export function holding({ bySign }, sign, certainty, add) {
  for (const plain of bySign.get(sign) ?? []) add(plain, certainty);
}

/**
 * Two Han characters chosen for others that are said alike.
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} known  whether the guide has them as they are
 * @param {Gathering} gathering
 */
export function soundingLike(index, typed, known, gathering) {
  const sound = index.analysis.sounds?.(typed) ?? '';
  for (const plain of index.bySound.get(sound) ?? []) {
    if (plain !== typed) corrected(index, plain, known ? SURE.soundBeside : SURE.sound, gathering);
  }
}

/**
 * @param {Index} index
 * @param {Term} term
 * @param {boolean} open
 * @param {boolean} isBegun  whether words are known that begin so
 * @param {Gathering} gathering
 */
export function mistyped(index, { plain: typed, stem }, open, isBegun, gathering) {
  const most = allowance(typed.length);
  if (!most) return;
  const unfinished = open && typed.length >= UNFINISHED_LENGTH;
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  for (let place = 0; place < index.plains.length; place += 1) {
    const other = index.letters[place] ?? 0;
    if (count(bits & ~other) > differing) continue;
    if (!unfinished && count(other & ~bits) > differing) continue;
    const plain = index.plains[place] ?? '';
    if (plain.length < 3) continue;
    const cost = distance(typed, plain, most, unfinished);
    if (cost < Infinity && !/\d/.test(plain)) corrected(index, plain, SURE.typo - SURE.error * cost, gathering);
  }
  if (isBegun || stem.length < 4) return;
  // What the guide never says, but readers do.
  for (const name of index.concepts.words) {
    if (count(bits & ~letters(name)) > differing || index.byStem.has(name)) continue;
    const cost = Math.min(distance(typed, name, most), distance(stem, name, most));
    if (cost < Infinity) alike(index, name, (SURE.typo - SURE.error * cost) * SURE.unsaid, gathering);
  }
}

/**
 * A word that was probably meant, and what it is called else.
 * @param {Index} index
 * @param {string} plain
 * @param {number} certainty
 * @param {Gathering} gathering
 */
function corrected(index, plain, certainty, gathering) {
  gathering.add(plain, certainty);
  const [form = ''] = index.byPlain.get(plain) ?? [];
  const stem = index.forms.get(form)?.term.stem ?? plain;
  if ((gathering.stems.get(stem) ?? 0) < certainty) gathering.stems.set(stem, certainty);
  alike(index, stem, certainty * SURE.correctedAlike, gathering);
}
