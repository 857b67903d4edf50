/** Cuts what was typed without spaces into the words of a language, by dynamic programming. */

import { pair } from './terms.js';

/** @import {Index} from './gather.js' */

/** Letters of a word, and ways to cut what stands before a place that are carried on from it. */
const LONGEST_PART = 24;
const MOST_WAYS = 4;
const SHORTEST_PART = 3;
/** Letters that a word has which alone says something, and those of the words beside it. */
const SHORTEST_ALONE = 4;
const SHORTEST_BESIDE = 2;
/** How much it is worth that two words stand beside each other often; a part less is worth one. */
const OFTEN = 0.1;

/**
 * One way to cut the text up to a place.
 * @typedef {object} Way
 * @property {number} start  of its last part
 * @property {Way|null} before  what stands before that
 * @property {string} stem  of the last word that the next is to stand beside; empty where there is none
 * @property {number} saying  words that say something
 * @property {number} letters  of the longest of them
 * @property {number} shortest  letters of its shortest word that says little
 * @property {number} cost
 */

/** @type {Way} */
const START = { start: 0, before: null, stem: '', saying: 0, letters: 0, shortest: Infinity, cost: 0 };

/**
 * "cartevitale" as "carte" and "vitale", "titredesejour" as "titre", "de" and "sejour": where the
 * words that say something stand beside each other somewhere. "deséjour" as "de" and "séjour" only in a query
 * whose words stand beside that word ("titre deséjour"): "entendu" is not "en" and "tendu".
 * Of several ways that with the fewest parts.
 * @param {Index} index
 * @param {string} typed  one word as it was typed
 * @param {boolean} open  whether it may go on
 * @param {readonly string[]} around  the words before and after it
 * @returns {string[]|null} null where it cannot be cut into words of the language
 */
export function cutUp(index, typed, open, around) {
  const text = index.analysis.folded(typed);
  /** @type {Way[][]} by the place up to which they go */
  const ways = Array.from({ length: text.length + 1 }, () => []);
  ways[0] = [START];
  for (let start = 0; start < text.length; start += 1) {
    const before = ways[start] ?? [];
    if (!before.length) continue;
    for (let end = start + 1; end <= text.length && end - start <= LONGEST_PART; end += 1) {
      if (!start && end === text.length) break;
      const part = text.slice(start, end);
      const isLast = end === text.length;
      for (const way of before) {
        const next = carriedOn(index, way, part, start) ?? (isLast && open ? goingOn(index, way, part, start) : null);
        if (next) keep(/** @type {Way[]} */ (ways[end]), next);
      }
    }
  }
  const best = ways[text.length]?.find((way) => isEnough(index, way, around));
  return best ? partsOf(best, sameLength(typed, text)) : null;
}

/**
 * A way with one word more, or null where that is no word or does not stand beside the last.
 * @param {Index} index
 * @param {Way} way
 * @param {string} part
 * @param {number} start
 * @returns {Way|null}
 */
function carriedOn({ analysis, byPlain, pairs }, way, part, start) {
  if (!byPlain.has(analysis.bare(part))) return null;
  const { stem = '', stop = false } = analysis.term('word', part) ?? {};
  const size = part.length;
  if (analysis.syllables ? size < 2 && !/[aeiouy]/.test(part) : !stop && size < SHORTEST_PART) return null;
  let cost = way.cost + 1;
  // Where spaces part syllables, one that says little by itself may be a part of any word.
  if (way.stem && (!stop || analysis.syllables)) {
    const beside = pairs.get(pair(way.stem, stem));
    if (!beside) return null;
    cost -= OFTEN * Math.log(1 + beside.places.length);
  }
  return {
    start,
    before: way,
    stem: stop && !analysis.syllables ? way.stem : stem,
    saying: way.saying + (stop ? 0 : 1),
    letters: stop ? way.letters : Math.max(way.letters, size),
    shortest: stop ? Math.min(way.shortest, size) : way.shortest,
    cost,
  };
}

/**
 * A way with a word more that is still being typed.
 * @param {Index} index
 * @param {Way} way
 * @param {string} part
 * @param {number} start
 * @returns {Way|null}
 */
function goingOn({ analysis, beside, byStem }, way, part, start) {
  if (!way.stem || (!analysis.syllables && part.length < SHORTEST_PART)) return null;
  const begun = analysis.bare(part);
  const goesOn = (/** @type {string} */ plain) => plain.startsWith(begun);
  if (!beside.get(way.stem)?.some((stem) => byStem.get(stem)?.some(goesOn))) return null;
  return { ...way, start, before: way, saying: way.saying + 1, cost: way.cost + 1 };
}

/**
 * Keeps a way among the best that lead to a place.
 * @param {Way[]} ways  best first
 * @param {Way} next
 */
function keep(ways, next) {
  const place = ways.findIndex((way) => next.cost < way.cost);
  ways.splice(place < 0 ? ways.length : place, 0, next);
  ways.length = Math.min(ways.length, MOST_WAYS);
}

/**
 * Whether a way is more than chance.
 * @param {Index} index
 * @param {Way} way
 * @param {readonly string[]} around
 */
function isEnough({ analysis, pairs }, { stem, saying, letters, shortest }, around) {
  if (saying > 1 || !saying) return saying > 1;
  if (analysis.syllables) return true;
  if (letters < SHORTEST_ALONE || shortest < SHORTEST_BESIDE) return false;
  return around.some((text) => pairs.has(pair(analysis.term('word', text)?.stem ?? '', stem)));
}

/**
 * @param {Way} way
 * @param {string} text
 * @returns {string[]}
 */
function partsOf({ before, start }, text) {
  return before ? [...partsOf(before, text.slice(0, start)), text.slice(start)] : [];
}

/**
 * What was typed, with its tones, where it can be cut at the same places.
 * @param {string} typed
 * @param {string} text
 */
function sameLength(typed, text) {
  const composed = typed.normalize('NFC');
  return composed.length === text.length ? composed : text;
}
