/** What a word may have been meant to be that is none, or is not finished. */

import { alike } from './names.js';
import { SURE } from './sure.js';
import { pair } from './terms.js';
import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Term} from './languages.js' */
/** @import {Gathering} from './names.js' */

const UNFINISHED_LENGTH = 5;
/** Letters that a word has without its article, a stem, and what stands for a name, that are compared. */
const SHORTEST_BARE = 4;
const SHORTEST_STEM = 5;
const SHORTEST_NAME = 4;

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
export function mistyped(index, { plain, stem }, open, isBegun, gathering) {
  if (!allowance(plain.length)) return;
  amongPlains(index, plain, open, 0, gathering);
  for (const bare of index.analysis.inside(plain)) {
    if (bare.length >= SHORTEST_BARE) amongPlains(index, bare, open, SURE.bareError, gathering);
  }
  if (stem.length >= SHORTEST_STEM) amongStems(index, stem, gathering);
  if (!isBegun && stem.length >= SHORTEST_NAME) amongNames(index, plain, stem, gathering);
}

/**
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} open
 * @param {number} more  what it costs already
 * @param {Gathering} gathering
 */
function amongPlains(index, typed, open, more, gathering) {
  const most = allowance(typed.length);
  const unfinished = open && typed.length >= UNFINISHED_LENGTH;
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  for (let place = 0; place < index.plains.length; place += 1) {
    const other = index.letters[place] ?? 0;
    if (count(bits & ~other) > differing) continue;
    if (!unfinished && count(other & ~bits) > differing) continue;
    const plain = index.plains[place] ?? '';
    if (plain.length < 3) continue;
    const cost = more + distance(typed, plain, most, unfinished);
    if (cost < Infinity && !/\d/.test(plain)) corrected(index, plain, SURE.typo - SURE.error * cost, gathering);
  }
}

/**
 * Other forms of what was meant: "detistes" where the guide has "dentist".
 * @param {Index} index
 * @param {string} typed  a stem
 * @param {Gathering} gathering
 */
function amongStems(index, typed, gathering) {
  const most = allowance(typed.length);
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  for (let place = 0; place < index.stems.length; place += 1) {
    const other = index.stemLetters[place] ?? 0;
    if (count(bits & ~other) > differing || count(other & ~bits) > differing) continue;
    const stem = index.stems[place] ?? '';
    const cost = stem.length < SHORTEST_NAME ? Infinity : distance(typed, stem, most);
    if (cost === Infinity) continue;
    const sure = SURE.related * (SURE.typo - SURE.error * cost);
    for (const plain of index.byStem.get(stem) ?? []) corrected(index, plain, sure, gathering);
  }
}

/**
 * What the guide never says, but readers do.
 * @param {Index} index
 * @param {string} typed
 * @param {string} stem
 * @param {Gathering} gathering
 */
function amongNames(index, typed, stem, gathering) {
  const most = allowance(typed.length);
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  for (const name of index.concepts.words) {
    if (count(bits & ~letters(name)) > differing || index.byStem.has(name)) continue;
    const cost = Math.min(distance(typed, name, most), distance(stem, name, most));
    if (cost < Infinity) alike(index, name, (SURE.typo - SURE.error * cost) * SURE.unsaid, gathering);
  }
}

/**
 * How surely a word of a phrase is meant, the others of which stand beside it.
 * @param {Term} term
 * @param {string} wanted  a stem
 * @param {boolean} open
 * @returns {number} 0 where it is not meant
 */
export function meant({ plain, stem }, wanted, open) {
  if (wanted.startsWith(plain)) {
    if (open) return plain.length > 1 ? SURE.phraseBegun : 0;
    return plain.length > 2 ? SURE.phraseBegunWithin : 0;
  }
  const cost = Math.min(near(plain, wanted), near(stem, wanted));
  return cost < Infinity ? SURE.phraseTypo - SURE.error * cost : 0;
}

/**
 * @param {string} typed
 * @param {string} known
 */
const near = (typed, known) => distance(typed, known, allowance(typed.length));

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
