/**
 * Measures how well search answers judged queries (tests/search/*.toml), beside MiniSearch as it
 * comes on the same texts.
 *
 *     node bench/quality.js SITE [--judged FOLDER] [--lang CODE] [--misses] [--json]
 *
 * For each class and language: how many queries, how many have a right answer first, how many among
 * the first three, and the mean reciprocal rank. A query none of whose answers the guide has in that
 * language is left out, and counted.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import MiniSearch from 'minisearch';
import { parse } from 'smol-toml';
import { answer } from '../search/answer.js';
import { readPack } from '../search/entries.js';
import { Library } from '../search/library.js';

/** @typedef {Record<string, Record<string, string[]>>} Judged  class, query, acceptable ids */
/** @typedef {(query: string) => string[]} Ranker  ids, best first */
/** @typedef {{asked: number, first: number, three: number, reciprocal: number}} Score */
/** @typedef {{class: string, query: string, rank: number, found: string[]}} Miss */

const NOBODY = { audience: '', nationality: '' };
/** What is below this is as good as not found. */
const DEPTH = 10;

/** @param {string} site */
function packsOf(site) {
  const release = JSON.parse(readFileSync(join(site, 'release.json'), 'utf8'));
  /** @type {Map<string, string>} */
  const packs = new Map();
  for (const { code, pack } of release.languages)
    packs.set(code, readFileSync(join(site, pack), 'utf8'));
  return { packs, beside: [release.companion, release.source] };
}

/**
 * @param {string[]} texts  of packs
 * @returns {Ranker}
 */
function livret(texts) {
  const library = new Library();
  for (const text of texts) library.add(text);
  return (query) => answer(library, { number: 0, query, who: NOBODY }).results.map(({ id }) => id);
}

/**
 * MiniSearch with its own tokenising and ranking, over the same entries with the texts of all the
 * languages in one field each.
 * @param {string[]} texts  of packs
 * @returns {Ranker}
 */
function miniSearch(texts) {
  /** @type {Map<string, Record<string, string>>} */
  const documents = new Map();
  for (const text of texts) {
    for (const { id, title, short, names, body } of readPack(text).entries) {
      const known = documents.get(id) ?? { id, title: '', short: '', names: '', body: '' };
      const all = { title, short, names, body: body.map((block) => block.text).join('\n') };
      for (const [name, part] of Object.entries(all)) known[name] += `\n${part}`;
      documents.set(id, known);
    }
  }
  const index = new MiniSearch({ fields: ['title', 'short', 'names', 'body'] });
  index.addAll([...documents.values()]);
  return (query) => index.search(query).map(({ id }) => String(id));
}

/**
 * @param {Judged} judged
 * @param {Ranker} rank
 */
function measure(judged, rank) {
  /** @type {Record<string, Score>} */
  const scores = {};
  /** @type {Miss[]} */
  const misses = [];
  for (const [name, queries] of Object.entries(judged)) {
    const score = (scores[name] = { asked: 0, first: 0, three: 0, reciprocal: 0 });
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
 * The judged queries that can be answered at all, and how many cannot.
 * @param {Judged} judged
 * @param {Set<string>} known  ids
 */
function answerable(judged, known) {
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

/** @param {Record<string, Score>} scores */
const sum = (scores) =>
  Object.values(scores).reduce(
    (all, one) => ({
      asked: all.asked + one.asked,
      first: all.first + one.first,
      three: all.three + one.three,
      reciprocal: all.reciprocal + one.reciprocal,
    }),
    { asked: 0, first: 0, three: 0, reciprocal: 0 },
  );

/** @param {Score} score */
const row = ({ asked, first, three, reciprocal }) => {
  const share = (/** @type {number} */ part) =>
    `${((100 * part) / asked).toFixed(0)} %`.padStart(6);
  return `${share(first)} ${share(three)} ${(reciprocal / asked).toFixed(2).padStart(6)}`;
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    judged: { type: 'string', default: join(import.meta.dirname, '../../tests/search') },
    lang: { type: 'string' },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const { packs, beside } = packsOf(positionals[0] ?? 'site');
/** @type {Record<string, {left: number, scores: Record<string, Score>, misses: Miss[]}>} */
const report = {};
for (const file of readdirSync(values.judged).sort()) {
  const [code = '', ending] = file.split('.');
  const pack = packs.get(code);
  if (ending !== 'toml' || !pack || (values.lang && values.lang !== code)) continue;
  const codes = [...new Set([code, ...beside])].filter((each) => packs.has(each));
  const texts = codes.map((each) => packs.get(each) ?? '');
  const judged = /** @type {Judged} */ (parse(readFileSync(join(values.judged, file), 'utf8')));
  const known = new Set(readPack(pack).entries.map(({ id }) => id));
  const { kept, left } = answerable(judged, known);
  const ours = measure(kept, livret(texts));
  report[code] = { left, ...ours };
  if (values.json) continue;
  const theirs = measure(kept, miniSearch(texts));
  console.log(`\n${code}: ${sum(ours.scores).asked} queries${left ? `, ${left} left out` : ''}`);
  console.log(`${' '.repeat(30)}first  three    mrr   MiniSearch: first  three    mrr`);
  const all = { ...ours.scores, all: sum(ours.scores) };
  /** @type {Record<string, Score>} */
  const other = { ...theirs.scores, all: sum(theirs.scores) };
  for (const [name, score] of Object.entries(all)) {
    const cells = [
      name.padEnd(22),
      String(score.asked).padStart(4),
      row(score),
      row(other[name] ?? score),
    ];
    console.log(cells.join('  '));
  }
  if (!values.misses) continue;
  for (const miss of ours.misses) {
    console.log(
      `  ${miss.class}: "${miss.query}" ${miss.rank || 'not found'}: ${miss.found.join(' ')}`,
    );
  }
}
if (values.json) console.log(JSON.stringify(report));
