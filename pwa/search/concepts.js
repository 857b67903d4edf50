/**
 * Things that readers call by several names. An editor cannot foresee them all as keywords of one
 * answer, and they are the same for every answer: a flat is an apartment. And things that are asked
 * for by a part of them: who has a fever needs a doctor, but who needs a doctor has no fever.
 */

import { pair, terms } from './terms.js';
import { add } from './vocabulary.js';

/** @import {Analysis, Term} from './languages.js' */

/**
 * @typedef {object} Concepts
 * @property {Map<string, string[][]>} others  by phrase, its stems parted by spaces: the phrases of
 *   all its groups, as stems
 * @property {number} longest  stems in a phrase
 * @property {string[]} words  the phrases of one stem
 * @property {Set<string>} stems  of all phrases
 * @property {Set<string>} pairs  of the stems of longer phrases, see `pair`
 * @property {Map<string, string[]>} gaps  by phrase with one of its stems left out, the stems that it may be
 */

/**
 * @param {Analysis} language
 * @returns {Concepts}
 */
export function conceptsOf(language) {
  /** @type {Map<string, string[][]>} */
  const others = new Map();
  let longest = 0;
  for (const line of language.alike.split('\n').filter(Boolean)) {
    const [asked = [], told = asked] = line.split(' > ').map((part) => phrases(language, part));
    for (const phrase of asked) {
      // "Receipt of application" is an application receipt; among syllables the order makes the word.
      const orders = language.syllables ? [phrase] : [phrase, [...phrase].reverse()];
      for (const name of new Set(orders.map((order) => order.join(' ')))) {
        others.set(name, [...(others.get(name) ?? []), ...told]);
      }
      longest = Math.max(longest, phrase.length);
    }
  }
  const words = [...others.keys()].filter((name) => !name.includes(' '));
  const stems = new Set([...others.keys()].flatMap((name) => name.split(' ')));
  const pairs = new Set([...others.values()].flat().flatMap(pairsOf));
  return { others, longest, words, stems, pairs, gaps: gapsOf(others.keys()) };
}

/** Stands for a stem that is left out. */
const GAP = '*';

/**
 * The name of a phrase with something else in place of one of its stems.
 * @param {readonly string[]} stems
 * @param {number} place
 * @param {string} other
 */
const filled = (stems, place, other) =>
  stems.map((stem, number) => (number === place ? other : stem)).join(' ');

/** @param {Iterable<string>} names  of phrases */
function gapsOf(names) {
  /** @type {Map<string, string[]>} */
  const gaps = new Map();
  for (const name of names) {
    const stems = name.split(' ');
    if (stems.length > 1) stems.forEach((stem, place) => add(gaps, filled(stems, place, GAP), stem));
  }
  return gaps;
}

/** @param {readonly string[]} phrase  its stems */
const pairsOf = (phrase) => phrase.slice(1).map((stem, before) => pair(phrase[before] ?? '', stem));

/**
 * @param {Analysis} language
 * @param {string} list  parted by commas
 */
const phrases = (language, list) =>
  list
    .split(', ')
    .map((phrase) => told(language, terms(language, phrase)).map((term) => term.stem))
    .filter((phrase) => phrase.length);

/**
 * The words of a phrase that say something; all of them where one alone would say something else:
 * who has run out does not run.
 * @param {Analysis} language
 * @param {readonly Term[]} phrase
 */
function told({ syllables }, phrase) {
  const saying = phrase.filter((term) => !term.stop);
  return syllables || saying.length < 2 ? phrase : saying;
}

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

/**
 * The phrases that stand in a row of stems but for one of them, which may be meant by what stands there.
 * @param {Concepts} concepts
 * @param {readonly (string|null)[]} row  as for `mentions`
 * @param {(place: number, stem: string) => number} meant  how surely a stem is meant at a place, or 0
 * @returns {(Mention & {sure: number})[]}
 */
export function nearMentions({ gaps, longest }, row, meant) {
  const words = row.flatMap((stem, place) => (stem === null ? [] : [{ stem, place }]));
  /** @type {(Mention & {sure: number})[]} */
  const found = [];
  for (let from = 0; from < words.length; from += 1) {
    for (let size = Math.min(longest, words.length - from); size > 1; size -= 1) {
      const part = words.slice(from, from + size);
      const stems = part.map(({ stem }) => stem);
      const places = part.map(({ place }) => place);
      places.forEach((place, gap) => {
        for (const stem of gaps.get(filled(stems, gap, GAP)) ?? []) {
          const sure = meant(place, stem);
          if (sure) found.push({ name: filled(stems, gap, stem), places, sure });
        }
      });
    }
  }
  return found;
}
