/** Finds the entries that answer a query best, in several languages at once. */

import { meaning } from './meanings.js';
import { reorder } from './order.js';
import { pair } from './terms.js';

/** @import {Index, Postings} from './gather.js' */
/** @import {Places} from './library.js' */
/** @import {Meaning} from './meanings.js' */
/** @import {Slot} from './query.js' */

/**
 * @typedef {object} Found
 * @property {number} place  of the entry
 * @property {number} score
 */

/** Shares and weights, found by measuring (docs/search.md). */
export const WEIGHTS = {
  /** A word such as "the" or "how", beside one that says what is asked. */
  stop: 0.25,
  /** A word that is part of a phrase, beside the phrase. */
  within: 0.4,
  /** From how much on a word's weight in an entry hardly grows with more of it (BM25's k). */
  saturation: 8,
  /** How much an entry gains that has more of the query's words. */
  coverage: 0.15,
  /** Two words of the query side by side in the entry. */
  pair: 0.375,
  stopPair: 0.5,
  /** How many entries more a word is taken to stand in. */
  common: 1.5,
  /** How much rarer words count for more: less than in theory, where a guide is small. */
  rare: 0.65,
  /** A word that is found in a language beside the reader's, and not in the reader's. */
  other: 0.85,
  /** The same where the reader's language has it too. */
  otherBeside: 0.65,
};

/**
 * @param {readonly Index[]} indexes  the reader's language first
 * @param {readonly Slot[]} asked
 * @param {Places} places
 * @param {number} most
 * @returns {Found[]} best first, at most `most`
 */
export function find(indexes, asked, { priors, topics }, most) {
  const sums = sumsFor(priors.length);
  const meant = asked.map((slot) => indexes.map((index) => meaning(index, slot)));
  const shares = meant.map((meanings, number) =>
    addWord(indexes, meanings, asked[number]?.within ? WEIGHTS.within : 1, sums),
  );
  addPairs(indexes, asked, meant, sums);
  /** @type {Found[]} */
  const found = [];
  for (const place of sums.touched) {
    const mass = sums.mass[place] ?? 0;
    const score = (sums.total[place] ?? 0) * mass ** WEIGHTS.coverage * (priors[place] ?? 1);
    if (score > 0) keepBest(found, { place, score }, most);
    sums.total[place] = sums.mass[place] = 0;
  }
  sums.touched.clear();
  return reorder(found, topics, shares);
}

/**
 * Puts an entry where it belongs among the best: a large guide has thousands that share a word.
 * @param {Found[]} found  best first
 * @param {Found} entry
 * @param {number} most
 */
function keepBest(found, entry, most) {
  const isBefore = (/** @type {Found} */ other) =>
    other.score > entry.score || (other.score === entry.score && other.place < entry.place);
  let place = found.length;
  while (place > 0 && !isBefore(/** @type {Found} */ (found[place - 1]))) place -= 1;
  if (place >= most) return;
  found.splice(place, 0, entry);
  found.length = Math.min(found.length, most);
}

/**
 * What entries have come to so far; arrays by place.
 * @typedef {object} Sums
 * @property {Float64Array} total
 * @property {Float64Array} mass  of the words that the entry has
 * @property {Set<number>} touched
 * @property {Float64Array} best  of the word at hand, over all languages
 * @property {Float64Array} weight  of the word at hand
 * @property {Float64Array} sum  of the word at hand in one language
 * @property {Float64Array} sure
 */

/** @type {Sums|null} all zero between two queries, so that each key need not make them anew */
let kept = null;

/**
 * @param {number} size
 * @returns {Sums}
 */
function sumsFor(size) {
  if (kept?.total.length === size) return kept;
  const zeros = () => new Float64Array(size);
  return (kept = {
    total: zeros(),
    mass: zeros(),
    touched: new Set(),
    best: zeros(),
    weight: zeros(),
    sum: zeros(),
    sure: zeros(),
  });
}

/**
 * Adds what one word of the query is worth: for each entry, in the language where it is worth most.
 * @param {readonly Index[]} indexes
 * @param {readonly (Meaning|null)[]} meanings
 * @param {number} part
 * @param {Sums} sums
 * @returns {Map<number, number>} what it is worth, by place
 */
function addWord(indexes, meanings, part, sums) {
  const own = meanings[0];
  /** @type {Set<number>} */
  const holding = new Set();
  meanings.forEach((each, order) => {
    const index = indexes[order];
    if (!each || !index || !(each.forms.size || each.pairs.size)) return;
    const language = order === 0 ? 1 : own?.exact ? WEIGHTS.otherBeside : WEIGHTS.other;
    const share = part * (each.stop || own?.stop ? language * WEIGHTS.stop : language);
    for (const place of weigh(index, each, share, sums)) holding.add(place);
  });
  /** @type {Map<number, number>} */
  const shares = new Map();
  for (const place of holding) {
    const value = sums.best[place] ?? 0;
    shares.set(place, value);
    sums.touched.add(place);
    sums.total[place] = (sums.total[place] ?? 0) + value;
    sums.mass[place] = (sums.mass[place] ?? 0) + (sums.weight[place] ?? 0);
    sums.best[place] = sums.weight[place] = 0;
  }
  return shares;
}

/**
 * Weighs one word in one language, by Robertson's BM25F: fields are added up before they saturate.
 * @param {Index} index
 * @param {Meaning} meaning
 * @param {number} share
 * @param {Sums} sums
 * @returns {number[]} the places that have the word
 */
function weigh(index, { forms, pairs }, share, { best, weight, sum, sure }) {
  /** @type {number[]} */
  const holding = [];
  const add = (/** @type {Postings} */ { places, weights }, /** @type {number} */ certainty) => {
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0;
      if (!sum[place]) holding.push(place);
      sum[place] = (sum[place] ?? 0) + certainty * (weights[i] ?? 0);
      if (certainty > (sure[place] ?? 0)) sure[place] = certainty;
    }
  };
  for (const [form, certainty] of forms) add(index.forms.get(form) ?? NOWHERE, certainty);
  for (const [name, certainty] of pairs) add(index.pairs.get(name) ?? NOWHERE, certainty);
  const rare = rarity(holding.length, sum.length);
  for (const place of holding) {
    const whole = share * rare * (sure[place] ?? 0);
    const value = (whole * (sum[place] ?? 0)) / ((sum[place] ?? 0) + WEIGHTS.saturation);
    if (value > (best[place] ?? 0)) {
      best[place] = value;
      weight[place] = whole;
    }
    sum[place] = sure[place] = 0;
  }
  return holding;
}

/** @type {Postings} */
const NOWHERE = { places: [], weights: [] };

/**
 * @param {number} holding  entries that have a word
 * @param {number} all
 */
const rarity = (holding, all) =>
  Math.log(1 + (all - holding + 0.5) / (holding + WEIGHTS.common)) ** WEIGHTS.rare;

/**
 * Adds what words are worth that stand beside each other in the query and in an entry.
 * @param {readonly Index[]} indexes
 * @param {readonly Slot[]} asked
 * @param {readonly (readonly (Meaning|null)[])[]} meant
 * @param {Sums} sums
 */
function addPairs(indexes, asked, meant, { total, best }) {
  indexes.forEach(({ pairs, analysis }, order) => {
    /** @type {Meaning['stems']} */
    let before = new Map();
    asked.forEach((_, number) => {
      const each = meant[number]?.[order];
      if (!each?.stems.size || (each.stop && !analysis.syllables)) return;
      /** @type {Set<number>} */
      const holding = new Set();
      for (const [first, sure] of before) {
        for (const [second, surely] of each.stems) {
          const { places, weights } = pairs.get(pair(first, second)) ?? NOWHERE;
          const rare = (each.stop ? WEIGHTS.stopPair : 1) * WEIGHTS.pair * rarity(places.length, total.length) * sure * surely;
          places.forEach((place, i) => {
            const weight = weights[i] ?? 0;
            const value = (rare * weight) / (weight + WEIGHTS.saturation);
            if (value > (best[place] ?? 0)) best[place] = value;
            holding.add(place);
          });
        }
      }
      for (const place of holding) {
        total[place] = (total[place] ?? 0) + (best[place] ?? 0);
        best[place] = 0;
      }
      before = each.stems;
    });
  });
}
