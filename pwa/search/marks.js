/** Marks what of a text a query asked for. */

import { bigrams } from './gather.js';
import { meaning } from './meanings.js';
import { scan } from './tokens.js';

/** @import {Index} from './gather.js' */
/** @import {Term} from './languages.js' */
/** @import {Marks} from './messages.js' */
/** @import {Slot} from './query.js' */
/** @import {Kind} from './tokens.js' */

/** What is less sure than this was only a guess beside something better. */
const SURE_ENOUGH = 0.35;

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
  const isStop = asked.map((_, number) => read.some((each) => each[number]?.stop));
  const onlyStops = isStop.every(Boolean);
  let all = 0;
  const forms = read.map((meanings) => {
    /** @type {Map<string, number>} */
    const bits = new Map();
    meanings.forEach((each, number) => {
      if (!each || (isStop[number] && !onlyStops)) return;
      for (const [form, certainty] of each.forms) {
        if (certainty < SURE_ENOUGH) continue;
        bits.set(form, (bits.get(form) ?? 0) | (1 << number));
        all |= 1 << number;
      }
    });
    return bits;
  });
  const matching = (/** @type {number} */ order, /** @type {string} */ text) =>
    matches(/** @type {Index} */ (indexes[order]), forms[order] ?? new Map(), text);
  return {
    asked: all,
    in: (order, text) => joined(matching(order, text)),
    bits: (order, text) => matching(order, text).reduce((sum, [, , bits]) => sum | bits, 0),
    bitsOf: (order, words) =>
      words.reduce((sum, { form }) => sum | (forms[order]?.get(form) ?? 0), 0),
  };
}

/**
 * @param {Index} index
 * @param {Map<string, number>} forms
 * @param {string} text
 * @returns {[start: number, end: number, bits: number][]}
 */
function matches({ analysis }, forms, text) {
  /** @type {[number, number, number][]} */
  const found = [];
  const see = (
    /** @type {Kind} */ kind,
    /** @type {string} */ word,
    /** @type {number} */ start,
    /** @type {number} */ end,
  ) => {
    const bits = forms.get(analysis.term(kind, word)?.form ?? '') ?? 0;
    if (bits) found.push([start, end, bits]);
  };
  scan(text, (kind, word, start, end) => {
    if (kind !== 'han') see(kind, word, start, end);
    else bigrams(word).forEach((two, i) => see(kind, two, start + i, start + i + two.length));
  });
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
