/** Asks judged queries (tests/search/) and counts how many are answered well. */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'smol-toml';

/** @typedef {Record<string, Record<string, string[]>>} Judged  class, query, acceptable ids */
/** @typedef {(query: string) => string[]} Ranker  ids, best first */
/** @typedef {{asked: number, first: number, three: number, reciprocal: number}} Score */
/** @typedef {{class: string, query: string, rank: number, found: string[]}} Miss */

/** What is below this is as good as not found. */
const DEPTH = 10;

/** @type {Readonly<Score>} */
const NONE = { asked: 0, first: 0, three: 0, reciprocal: 0 };

/**
 * The judged queries of a folder, by language.
 * @param {string} folder
 * @returns {Map<string, Judged>}
 */
export function judgedIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.toml'));
  return new Map(
    files.sort().map((name) => [
      name.replace('.toml', ''),
      /** @type {Judged} */ (parse(readFileSync(join(folder, name), 'utf8'))),
    ]),
  );
}

/**
 * The judged queries that a guide can answer at all, and how many it cannot.
 * @param {Judged} judged
 * @param {Set<string>} known  ids
 */
export function answerable(judged, known) {
  let left = 0;
  /** @type {Judged} */
  const kept = {};
  for (const [name, queries] of Object.entries(judged)) {
    const possible = Object.entries(queries).filter(([, right]) =>
      right.some((id) => known.has(id)),
    );
    left += Object.keys(queries).length - possible.length;
    if (possible.length) kept[name] = Object.fromEntries(possible);
  }
  return { kept, left };
}

/**
 * @param {Judged} judged
 * @param {Ranker} rank
 */
export function measure(judged, rank) {
  /** @type {Record<string, Score>} */
  const scores = {};
  /** @type {Miss[]} */
  const misses = [];
  for (const [name, queries] of Object.entries(judged)) {
    const score = (scores[name] = { ...NONE });
    for (const [query, right] of Object.entries(queries)) {
      const found = rank(query).slice(0, DEPTH);
      const place = found.findIndex((id) => right.includes(id)) + 1;
      score.asked += 1;
      if (place === 1) score.first += 1;
      if (place >= 1 && place <= 3) score.three += 1;
      else misses.push({ class: name, query, rank: place, found: found.slice(0, 3) });
      score.reciprocal += place ? 1 / place : 0;
    }
  }
  return { scores, misses };
}

/**
 * @param {readonly Score[]} scores
 * @returns {Score}
 */
export const sum = (scores) =>
  scores.reduce(
    (all, one) => ({
      asked: all.asked + one.asked,
      first: all.first + one.first,
      three: all.three + one.three,
      reciprocal: all.reciprocal + one.reciprocal,
    }),
    NONE,
  );
