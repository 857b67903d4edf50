/** What else could be asked, when nothing was found. */

import { meaning } from './meanings.js';
import { tokens } from './tokens.js';
import { allowance, count, distance, letters } from './typos.js';

/** @import {Index} from './gather.js' */

const MOST = 4;
/** What a word may be off beyond what counts as a typo. */
const FURTHER = 1.6;

/**
 * The query with one of its words replaced by a word of the guide that is written much like it.
 * @param {readonly Index[]} indexes
 * @param {string} query
 * @returns {string[]} nearest first
 */
export function nearest(indexes, query) {
  /** @type {{text: string, cost: number}[]} */
  const found = [];
  for (const { kind, text, start, end } of tokens(query)) {
    if (kind !== 'word' || text.length < 4) continue;
    for (const index of indexes) {
      if (meaning(index, { kind, text, open: false })?.exact) continue;
      for (const { word, cost } of near(index, text)) {
        found.push({ text: `${query.slice(0, start)}${word}${query.slice(end)}`.trim(), cost });
      }
    }
  }
  found.sort((a, b) => a.cost - b.cost);
  return [...new Set(found.map((each) => each.text))].slice(0, MOST);
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
