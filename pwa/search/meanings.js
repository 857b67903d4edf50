/** What a word of a query may mean in a language: the forms it may stand for, and how surely. */

import { pair } from './terms.js';
import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Slot} from './query.js' */

/**
 * @typedef {object} Meaning
 * @property {Map<string, number>} forms  0 < certainty ≤ 1
 * @property {Map<string, number>} pairs  the same for what two words beside each other say
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
  /** Another name for the same thing. */
  alike: 0.75,
  /** The same where the guide does not use the reader's. */
  alikeOnly: 0.85,
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
  const key = `${slot.kind} ${slot.text} ${slot.open}`;
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
  if (slot.kind === 'phrase') return phrase(index, slot.text);
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
  const own = forms.size > 0;
  const others = alike(index, stem, own ? SURE.alike : SURE.alikeOnly, add);
  const exact = forms.size > 0 || others.size > 0;
  if (slot.open && plain.length > 1) {
    const least = known && stop ? 0 : exact ? SURE.begunBeside : SURE.begun;
    if (least) begun(index, plain, least, add);
  } else if (!exact && plain.length > 3) begun(index, plain, SURE.begunWithin, add);
  if (slot.kind === 'han' && plain.length === 1) holding(index, plain, SURE.begun, add);
  const isWord = slot.kind === 'word' && !/\d/.test(plain);
  if (!exact && isWord) mistyped(index, plain, slot.open, add);
  return { forms, pairs: others, stop, exact, stem };
}

/**
 * A phrase that is called by other names too.
 * @param {Index} index
 * @param {string} name
 * @returns {Meaning|null} null where it is none of the language
 */
function phrase(index, name) {
  const stems = name.split(' ');
  if (!index.concepts.others.has(name)) return null;
  /** @type {Map<string, number>} */
  const forms = new Map();
  const add = (/** @type {string} */ plain, /** @type {number} */ certainty) => {
    for (const form of index.byPlain.get(plain) ?? []) forms.set(form, certainty);
  };
  const own = together(index, stems);
  const pairs = alike(index, name, own ? SURE.alike : SURE.alikeOnly, add);
  if (own) pairs.set(own, 1);
  return { forms, pairs, stop: false, exact: true, stem: name };
}

/**
 * Adds the other names of a word or a phrase.
 * @param {Index} index
 * @param {string} name
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 * @returns {Map<string, number>} names of more than one word, as pairs
 */
function alike(index, name, certainty, add) {
  /** @type {Map<string, number>} */
  const pairs = new Map();
  for (const stems of index.concepts.others.get(name) ?? []) {
    const [first = ''] = stems;
    if (stems.length > 1) {
      const found = together(index, stems);
      if (found) pairs.set(found, certainty);
    } else if (first !== name) {
      for (const plain of index.byStem.get(first) ?? []) add(plain, certainty);
    }
  }
  return pairs;
}

/**
 * The rarest pair of words of a phrase, if all its pairs stand somewhere.
 * @param {Index} index
 * @param {readonly string[]} stems
 */
function together({ pairs }, stems) {
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
    const cost = distance(typed, plain, most, unfinished);
    if (cost < Infinity) add(plain, SURE.typo - SURE.error * cost);
  }
}
