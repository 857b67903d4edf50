/** What a word of a query may mean in a language: the forms it may stand for, and how surely. */

import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Slot} from './query.js' */

/**
 * @typedef {object} Meaning
 * @property {Map<string, number>} forms  0 < certainty ≤ 1
 * @property {boolean} stop
 * @property {boolean} exact  whether the word itself, or an inflected form of it, is known
 * @property {string} stem
 */

/** How sure each way of reading a word is, found by measuring (docs/search.md). */
export const SURE = {
  /** Another form of the same word. */
  related: 0.92,
  /** The same word with other tones, where the reader typed tones. */
  toned: 0.7,
  /** A word that begins with what was typed, when nothing else is known by that. */
  begun: 0.75,
  /** The same beside a word that is known as it stands. */
  begunBeside: 0.25,
  /** A word in the middle of a query that only begins so. */
  begunWithin: 0.55,
  typo: 0.75,
  /** Taken off for each letter that is wrong. */
  error: 0.22,
};
/** What a typo in an unfinished word costs more. */
const UNFINISHED = 0.6;
const UNFINISHED_MOST = 1.2;
const UNFINISHED_LENGTH = 5;
const REMEMBERED = 200;

/** @type {WeakMap<Index, Map<string, Meaning|null>>} */
const memory = new WeakMap();

/**
 * @param {Index} index
 * @param {Slot} slot
 * @returns {Meaning|null} null where the word cannot be one of the language
 */
export function meaning(index, slot) {
  let known = memory.get(index);
  if (!known) memory.set(index, (known = new Map()));
  const key = `${slot.text} ${slot.open}`;
  let found = known.get(key);
  if (found === undefined) {
    found = read(index, slot);
    if (known.size > REMEMBERED) known.clear();
    known.set(key, found);
  }
  return found;
}

/**
 * @param {Index} index
 * @param {Slot} slot
 * @returns {Meaning|null}
 */
function read(index, slot) {
  const term = index.analysis.term(slot.kind, slot.text);
  if (!term) return null;
  const { plain, form, stem, stop } = term;
  /** @type {Map<string, number>} */
  const forms = new Map();
  const add = (/** @type {string} */ other, /** @type {number} */ certainty) => {
    for (const each of index.byPlain.get(other) ?? []) {
      // Who types tones means them; who types none may mean any.
      const sure = each === form || form === plain ? certainty : certainty * SURE.toned;
      if ((forms.get(each) ?? 0) < sure) forms.set(each, sure);
    }
  };
  add(plain, 1);
  const known = forms.size > 0;
  for (const related of index.byStem.get(stem) ?? []) add(related, SURE.related);
  for (const other of index.analysis.variants(plain)) add(other, SURE.related);
  const exact = forms.size > 0;
  if (slot.open && plain.length > 1) {
    const least = known && stop ? 0 : exact ? SURE.begunBeside : SURE.begun;
    if (least) begun(index, plain, least, add);
  } else if (!exact && plain.length > 3) begun(index, plain, SURE.begunWithin, add);
  if (slot.kind === 'han' && plain.length === 1) holding(index, plain, SURE.begun, add);
  const isWord = slot.kind === 'word' && !/\d/.test(plain);
  if (!exact && isWord) mistyped(index, plain, slot.open, add);
  return { forms, stop, exact, stem };
}

/**
 * @param {Index} index
 * @param {string} typed
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 */
function begun({ plains }, typed, certainty, add) {
  for (let place = firstFrom(plains, typed); place < plains.length; place += 1) {
    const plain = plains[place] ?? '';
    if (!plain.startsWith(typed)) return;
    add(plain, certainty * (0.6 + 0.4 * (typed.length / plain.length)));
  }
}

/**
 * A single Han character, as part of the pairs that have it.
 * @param {Index} index
 * @param {string} sign
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 */
function holding({ plains }, sign, certainty, add) {
  for (const plain of plains) if (plain.includes(sign)) add(plain, certainty);
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
 * @param {Index} index
 * @param {string} typed
 * @param {boolean} open
 * @param {(plain: string, certainty: number) => void} add
 */
function mistyped(index, typed, open, add) {
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
    if (plain.length < 3 || /\d/.test(plain)) continue;
    const cost = Math.min(
      distance(typed, plain, most),
      unfinished
        ? UNFINISHED + distance(typed, plain, Math.min(most, UNFINISHED_MOST), true)
        : Infinity,
    );
    if (cost < Infinity) add(plain, SURE.typo - SURE.error * cost);
  }
}
