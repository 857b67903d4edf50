/** Marks what of a text a query asked for. */

import { meaning } from './meanings.js';
import { bigrams } from './terms.js';
import { scan } from './tokens.js';

/** @import {Index} from './gather.js' */
/** @import {Term} from './languages.js' */
/** @import {Marks} from './messages.js' */
/** @import {Slot} from './query.js' */
/** @import {Kind} from './tokens.js' */

/** What is less sure than this was only a guess beside something better. */
const SURE_ENOUGH = 0.35;
const NONE = new Uint32Array(0);
/** Longer texts are bodies, of which few are shown. */
const REMEMBERED = 400;

/** @type {WeakMap<Index, Map<string, Int32Array>>} */
const memory = new WeakMap();

/** @type {WeakMap<Index, {bits: Uint32Array, used: number[]}>} */
const boards = new WeakMap();

/**
 * For each term of an index the words of a query that it stands for; all zero. The last one that
 * was given out for the index is used no more.
 * @param {Index} index
 */
function boardOf(index) {
  let board = boards.get(index);
  if (!board) boards.set(index, (board = { bits: new Uint32Array(index.terms), used: [] }));
  for (const term of board.used) board.bits[term] = 0;
  board.used = [];
  return board;
}

/**
 * @typedef {object} Marker
 * @property {number} asked  the words of the query that say what is asked, as bits
 * @property {(order: number, text: string) => Marks} in  for a language by its order
 * @property {(order: number, text: string) => number} bits  the words of the query that a text has
 * @property {(order: number, words: readonly Term[]) => number} bitsOf
 */

/**
 * @param {readonly Index[]} indexes
 * @param {readonly Slot[]} asked
 * @returns {Marker}
 */
export function marker(indexes, asked) {
  const read = indexes.map((index) => asked.map((slot) => meaning(index, slot)));
  const isStop = asked.map(
    ({ kind }, number) =>
      kind === 'sign' || kind === 'begun' || read.some((each) => each[number]?.stop),
  );
  const onlyStops = isStop.every(Boolean);
  let all = 0;
  const terms = read.map((meanings, order) => {
    const known = /** @type {Index} */ (indexes[order]);
    const { bits, used } = boardOf(known);
    meanings.forEach((each, number) => {
      if (!each || (isStop[number] && !onlyStops)) return;
      if (asked[number]?.kind === 'sign') return;
      for (const [form, certainty] of each.forms) {
        const term = known.forms.get(form)?.term.number;
        if (term === undefined || certainty < SURE_ENOUGH) continue;
        bits[term] = (bits[term] ?? 0) | (1 << number);
        used.push(term);
        all |= 1 << number;
      }
    });
    return bits;
  });
  const matching = (/** @type {number} */ order, /** @type {string} */ text) =>
    matches(/** @type {Index} */ (indexes[order]), terms[order] ?? NONE, text);
  return {
    asked: all,
    in: (order, text) => joined(matching(order, text)),
    bits: (order, text) => matching(order, text).reduce((sum, [, , bits]) => sum | bits, 0),
    bitsOf: (order, words) => {
      const bits = terms[order] ?? NONE;
      let sum = 0;
      for (const word of words) sum |= bits[word.number] ?? 0;
      return sum;
    },
  };
}

/**
 * Where each word of a text stands: triples of start, end and number of the term. Texts are shown
 * again and again while a reader types, so it is found out once.
 * @param {Index} index
 * @param {string} text
 * @returns {Int32Array}
 */
function placed(index, text) {
  let known = memory.get(index);
  if (!known) memory.set(index, (known = new Map()));
  let found = known.get(text);
  if (found) return found;
  /** @type {number[]} */
  const triples = [];
  const see = (
    /** @type {Kind} */ kind,
    /** @type {string} */ word,
    /** @type {number} */ start,
    /** @type {number} */ end,
  ) => {
    const term = index.analysis.term(kind, word);
    if (term) triples.push(start, end, term.number);
  };
  scan(text, (kind, word, start, end) => {
    if (kind !== 'han') see(kind, word, start, end);
    else bigrams(word).forEach((two, i) => see(kind, two, start + i, start + i + two.length));
  });
  found = Int32Array.from(triples);
  if (text.length < REMEMBERED) known.set(text, found);
  return found;
}

/**
 * @param {Index} index
 * @param {Uint32Array} terms  by number of a term, the words of the query that it stands for
 * @param {string} text
 * @returns {[start: number, end: number, bits: number][]}
 */
function matches(index, terms, text) {
  /** @type {[number, number, number][]} */
  const found = [];
  const words = placed(index, text);
  for (let i = 0; i < words.length; i += 3) {
    const bits = terms[words[i + 2] ?? 0] ?? 0;
    if (bits) found.push([words[i] ?? 0, words[i + 1] ?? 0, bits]);
  }
  return found;
}

/**
 * @param {[number, number, number][]} found
 * @returns {Marks}
 */
function joined(found) {
  /** @type {Marks} */
  const marks = [];
  for (const [start, end] of found) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
