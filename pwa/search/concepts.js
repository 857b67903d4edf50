/**
 * Things that readers call by several names. An editor cannot foresee them all as keywords of one
 * answer, and they are the same for every answer: a flat is an apartment.
 */

import { terms } from './terms.js';

/** @import {Analysis} from './languages.js' */

/**
 * @typedef {object} Concepts
 * @property {Map<string, string[][]>} others  by phrase, its stems parted by spaces: the phrases of
 *   all its groups, as stems
 * @property {number} longest  stems in a phrase
 */

/**
 * @param {Analysis} language
 * @returns {Concepts}
 */
export function conceptsOf(language) {
  /** @type {Map<string, string[][]>} */
  const others = new Map();
  let longest = 0;
  for (const line of language.alike.split('\n')) {
    const group = line.split(', ').map((phrase) => stems(language, phrase));
    const told = group.filter((phrase) => phrase.length);
    for (const phrase of told) {
      const name = phrase.join(' ');
      others.set(name, [...(others.get(name) ?? []), ...told]);
      longest = Math.max(longest, phrase.length);
    }
  }
  return { others, longest };
}

/**
 * @param {Analysis} language
 * @param {string} phrase
 */
const stems = (language, phrase) =>
  terms(language, phrase)
    .filter((term) => !term.stop)
    .map((term) => term.stem);

/**
 * @typedef {object} Mention
 * @property {string} name  of a phrase of two stems or more
 * @property {number[]} places  of its stems
 */

/**
 * The phrases that stand in a row of stems, the longest first where they overlap.
 * @param {Concepts} concepts
 * @param {readonly (string|null)[]} row  null for what is no word, or says little
 * @returns {Mention[]}
 */
export function mentions({ others, longest }, row) {
  const words = row.flatMap((stem, place) => (stem === null ? [] : [{ stem, place }]));
  /** @type {Mention[]} */
  const found = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let size = Math.min(longest, words.length - from); size > 1; size -= 1) {
      const part = words.slice(from, from + size);
      const name = part.map(({ stem }) => stem).join(' ');
      if (!others.has(name)) continue;
      found.push({ name, places: part.map(({ place }) => place) });
      from += size - 1;
      break;
    }
  }
  return found;
}
