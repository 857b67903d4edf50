/** Cuts a query into the words that are looked up, with what they may have been meant to be. */

import { mentions } from './concepts.js';
import { bigrams, pair, plainText } from './terms.js';
import { tokens } from './tokens.js';

/** @import {Index} from './gather.js' */
/** @import {Token} from './tokens.js' */

/**
 * One word of a query.
 * @typedef {object} Slot
 * @property {'word'|'han'|'number'|'phrase'} kind
 * @property {string} text  of a phrase its stems
 * @property {boolean} open  may be the beginning of a longer word: the last one, still being typed
 * @property {boolean} [within]  is part of a phrase, which says more
 */

/** More than a question has; what follows is not looked at. */
const MOST = 24;
const SHORTEST_PART = 3;

/**
 * @param {readonly Index[]} indexes
 * @param {string} query
 * @returns {Slot[]}
 */
export function slots(indexes, query) {
  const found = tokens(query);
  const end = found.at(-1)?.end;
  const open = end === query.length;
  const result = found.filter(isBest(indexes, found)).flatMap(({ kind, text, end: last }) => {
    const slot = { kind, text, open: open && last === end };
    if (kind === 'han')
      return bigrams(text).map((two) => ({
        kind,
        text: two,
        open: slot.open && text.length === 1,
      }));
    return kind === 'word' && !isKnown(indexes, slot) ? parted(indexes, slot) : [slot];
  });
  return [...withPhrases(indexes, result), ...joined(indexes, result)].slice(0, MOST);
}

/**
 * The words, and the phrases among them that are called by other names too.
 * @param {readonly Index[]} indexes
 * @param {Slot[]} words
 * @returns {Slot[]}
 */
function withPhrases(indexes, words) {
  /** @type {Map<string, Slot>} */
  const phrases = new Map();
  /** @type {Set<number>} */
  const within = new Set();
  for (const { analysis, concepts } of indexes) {
    const row = words.map(({ kind, text }) => {
      const term = kind === 'phrase' ? null : analysis.term(kind, text);
      return term && !term.stop ? term.stem : null;
    });
    for (const { name, places } of mentions(concepts, row)) {
      phrases.set(name, { kind: 'phrase', text: name, open: false });
      for (const place of places) within.add(place);
    }
  }
  const parts = words.map((slot, place) => (within.has(place) ? { ...slot, within: true } : slot));
  return [...parts, ...phrases.values()];
}

/**
 * @param {readonly Index[]} indexes
 * @param {{kind: Slot['kind'], text: string}} slot
 */
const isKnown = (indexes, slot) =>
  indexes.some((index) => {
    if (slot.kind === 'phrase') return false;
    const term = index.analysis.term(slot.kind, slot.text);
    return term !== null && (index.byPlain.has(term.plain) || index.byStem.has(term.stem));
  });

/**
 * Of the readings of one number, the first that stands anywhere; all of them where none does.
 * @param {readonly Index[]} indexes
 * @param {Token[]} found
 */
function isBest(indexes, found) {
  /** @type {Map<number, string>} */
  const best = new Map();
  for (const token of found) {
    if (token.kind === 'number' && !best.has(token.start) && isKnown(indexes, token)) {
      best.set(token.start, token.text);
    }
  }
  return (/** @type {Token} */ { start, text }) => (best.get(start) ?? text) === text;
}

/**
 * "cartevitale" as "carte" and "vitale", where the two stand beside each other somewhere.
 * @param {readonly Index[]} indexes
 * @param {Slot} slot
 * @returns {Slot[]}
 */
function parted(indexes, slot) {
  for (const { analysis, byPlain, pairs } of indexes) {
    const text = analysis.term('word', slot.text)?.plain ?? '';
    for (let cut = text.length - SHORTEST_PART; cut >= SHORTEST_PART; cut -= 1) {
      const [first, second] = [text.slice(0, cut), text.slice(cut)];
      if (!byPlain.has(first) || !byPlain.has(second)) continue;
      const one = analysis.term('word', first)?.stem ?? '';
      const two = analysis.term('word', second)?.stem ?? '';
      if (!pairs.has(pair(one, two))) continue;
      return [
        { ...slot, text: first, open: false },
        { ...slot, text: second },
      ];
    }
  }
  return [slot];
}

/**
 * "france connect" as "franceconnect", where that is a word.
 * @param {readonly Index[]} indexes
 * @param {Slot[]} asked
 * @returns {Slot[]}
 */
function joined(indexes, asked) {
  return asked.slice(1).flatMap((slot, before) => {
    const first = asked[before];
    if (first?.kind === 'han' || slot.kind === 'han') return [];
    const whole = {
      ...slot,
      kind: /** @type {const} */ ('word'),
      text: (first?.text ?? '') + slot.text,
      open: false,
    };
    return whole.text.length > 3 && isKnown(indexes, whole) ? [whole] : [];
  });
}

/**
 * The query as the names of the glossary's words are written in an index.
 * @param {Index} index
 * @param {string} query
 */
export const plainQuery = (index, query) => plainText(index.analysis, query);
