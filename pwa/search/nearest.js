/** What else could be asked, when nothing was found. */

import { meaning } from './meanings.js';
import { tokens } from './tokens.js';
import { count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Library} from './library.js' */

const MOST = 4;
/** The share of its letters by which a word may be off. One that is further off is another word: to
 * whom asked for "banana", a bank is no help. */
const FARTHEST = 0.3;

/**
 * The query with one of its words replaced by a word of the guide that is written much like it: by
 * words of the reader's language first, then by those of the companion, which stand on forms and
 * doors. A word of any other language is nothing that this reader would look for.
 * @param {Pick<Library, 'languages'|'companion'>} library
 * @param {string} query
 * @returns {string[]} nearest first within a language
 */
export function nearest({ languages: [own, ...beside], companion }, query) {
  if (!own) return [];
  const read = [own, ...beside.filter(({ code }) => code === companion)];
  const found = read.flatMap(({ index }) => inPlace(index, query));
  return [...new Set(found.map(({ text }) => text))].slice(0, MOST);
}

/**
 * The query with one of its words replaced by a near word of an index.
 * @param {Index} index
 * @param {string} query
 */
function inPlace(index, query) {
  const found = tokens(query).flatMap(({ kind, text, start, end }) => {
    if (kind !== 'word' || text.length < 4) return [];
    if (meaning(index, { kind, text, open: false })?.exact) return [];
    return near(index, text).map(({ word, cost }) => ({
      text: `${query.slice(0, start)}${word}${query.slice(end)}`.trim(),
      cost,
    }));
  });
  return found.sort((a, b) => a.cost - b.cost);
}

/**
 * @param {Index} index
 * @param {string} text
 */
function near({ analysis, plains, spelled, letters: known }, text) {
  const typed = analysis.term('word', text)?.plain;
  if (!typed) return [];
  const most = typed.length * FARTHEST;
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  return plains.flatMap((plain, place) => {
    if (count(bits & ~(known[place] ?? 0)) > differing) return [];
    if (plain.length < 4) return [];
    const cost = distance(typed, plain, most);
    return cost < Infinity && !/\d/.test(plain) ? [{ word: spelled.get(plain) ?? plain, cost }] : [];
  });
}
