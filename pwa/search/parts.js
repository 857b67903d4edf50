/** What a word is made of that the guide does not know: others that run together, or more than a word. */

import { cutUp } from './cuts.js';
import { begins, mistyped } from './guesses.js';

/** @import {Index} from './gather.js' */
/** @import {Slot} from './query.js' */

/**
 * Whether a slot is a word as it was typed.
 * @param {Slot['kind']} kind
 * @returns {kind is 'word'|'han'|'number'}
 */
export const isTyped = (kind) => kind === 'word' || kind === 'han' || kind === 'number';

/**
 * Whether the guide or a group of words has a word, or another form of it.
 * @param {readonly Index[]} indexes
 * @param {{kind: Slot['kind'], text: string}} slot
 */
export const isKnown = (indexes, slot) =>
  indexes.some((index) => {
    if (!isTyped(slot.kind)) return false;
    const term = index.analysis.term(slot.kind, slot.text);
    if (!term) return false;
    const { byPlain, byStem, concepts } = index;
    return byPlain.has(term.plain) || byStem.has(term.stem) || concepts.stems.has(term.stem);
  });

/** Letters of a run-together word that are looked at. */
const LONGEST_RUN = 48;
/** Letters that the word has from which another is made; in a language beside the reader's more. */
const SHORTEST_BARE = 2;
const SHORTEST_BEGUN = 3;
const SHORTEST_BARE_BESIDE = 4;
/** Letters of what is cut into two words, and of the shorter of these. */
const SHORTEST_HALVED = 8;
const SHORTEST_HALF = 3;

/**
 * The words of an unknown one, in the first language that has them.
 * @param {readonly Index[]} indexes
 * @param {Slot} slot
 * @param {readonly string[]} around  the words before and after it
 * @returns {Slot[]} the slot itself where it cannot be parted
 */
export function parted(indexes, slot, around) {
  for (const index of indexes) {
    const text = index.analysis.term('word', slot.text)?.plain ?? '';
    if (!text || slot.text.length > LONGEST_RUN) continue;
    const bare = bared(index, slot, text, index === indexes[0] ? SHORTEST_BARE : SHORTEST_BARE_BESIDE);
    if (bare) return [{ ...slot, text: bare }];
    const parts = cutUp(index, slot.text, slot.open, around);
    if (!parts) continue;
    return parts.map((part, place) => ({
      ...slot,
      text: part,
      open: slot.open && place === parts.length - 1,
    }));
  }
  const two = indexes.map((index) => halves(index, slot.text)).find((each) => each !== null);
  if (!two || indexes.some((index) => isMistyped(index, slot))) return [slot];
  return two.map((part, place) => ({ ...slot, text: part, open: slot.open && place > 0 }));
}

/**
 * Two words that need not stand beside each other anywhere: "rentsubsidy". Where there are several ways, that
 * with the longest of their shorter words.
 * @param {Index} index
 * @param {string} text
 * @returns {string[]|null}
 */
function halves(index, text) {
  if (index.analysis.syllables || text.length < SHORTEST_HALVED || text.length > LONGEST_RUN) return null;
  const isWord = (/** @type {string} */ part) => isKnown([index], { kind: 'word', text: part });
  for (let shorter = Math.floor(text.length / 2); shorter >= SHORTEST_HALF; shorter -= 1) {
    for (const cut of [shorter, text.length - shorter]) {
      const two = [text.slice(0, cut), text.slice(cut)];
      if (two.every(isWord)) return two;
    }
  }
  return null;
}

/**
 * Whether there is a word that may have been meant.
 * @param {Index} index
 * @param {Slot} slot
 */
function isMistyped(index, { text, open }) {
  const term = index.analysis.term('word', text);
  /** @type {string[]} */
  const found = [];
  const pairs = new Map();
  const gathering = { add: (/** @type {string} */ plain) => void found.push(plain), pairs, stems: new Map() };
  if (term) mistyped(index, term, open, false, gathering);
  return found.length + pairs.size > 0;
}

/**
 * "linscription" as "inscription", "cuartito" as "cuarto": the first word that it may be made from
 * and that is known, or begins one while it is still being typed.
 * @param {Index} index
 * @param {Slot} slot
 * @param {string} text
 * @param {number} least  letters that the other has
 * @returns {string} empty where there is none
 */
function bared(index, { open }, text, least) {
  if (open && begins(index, text)) return '';
  const bare = index.analysis.inside(text).filter((word) => word.length >= least);
  const known = bare.find((word) => isKnown([index], { kind: 'word', text: word }));
  return known ?? (open ? bare.find((word) => word.length >= SHORTEST_BEGUN && begins(index, word)) : '') ?? '';
}
