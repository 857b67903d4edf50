/** What else could be asked, when nothing was found. */

import { meaning } from './meanings.js';
import { tokens } from './tokens.js';
import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */
/** @import {Language, Library} from './library.js' */

const MOST = 4;
/** What a word may be off beyond what counts as a typo. */
const FURTHER = 1.6;

/**
 * The query with one of its words replaced by a word of the guide that is written much like it: by
 * words of the reader's language first, then by those of the companion, which stand on forms and
 * doors. A word of another language helps only where there is nothing else.
 * @param {Pick<Library, 'languages'|'companion'>} library
 * @param {string} query
 * @returns {string[]} nearest first within a language
 */
export function nearest({ languages: [own, ...beside], companion }, query) {
  if (!own) return [];
  const wordsOf = (/** @type {readonly Language[]} */ languages) =>
    languages.flatMap(({ index }) => inPlace(index, query));
  const isCompanion = (/** @type {Language} */ { code }) => code === companion;
  const known = wordsOf([own, ...beside.filter(isCompanion)]);
  const found = known.length ? known : wordsOf(beside.filter((one) => !isCompanion(one)));
  return [...new Set(found.map((each) => each.text))].slice(0, MOST);
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
  const most = allowance(typed.length) + FURTHER;
  const bits = letters(typed);
  const differing = Math.floor(most) + 1;
  return plains.flatMap((plain, place) => {
    if (count(bits & ~(known[place] ?? 0)) > differing) return [];
    if (plain.length < 4) return [];
    const cost = distance(typed, plain, most);
    return cost < Infinity && !/\d/.test(plain) ? [{ word: spelled.get(plain) ?? plain, cost }] : [];
  });
}
