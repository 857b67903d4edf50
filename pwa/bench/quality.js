/**
 * Measures how well search answers judged queries, beside MiniSearch as it comes on the same texts.
 *
 *     node bench/quality.js SITE [--judged FOLDER]... [--lang CODE] [--misses] [--json]
 *       [--forget SHARE]
 *
 * For each class and language: how many queries, how many have a right answer first, how many among
 * the first three, and the mean reciprocal rank. A query none of whose answers the guide has in that
 * language is left out, and counted. `--forget 0.4` leaves out four of ten groups of words and keywords.
 */

import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { readPack } from '../search/entries.js';
import { forgetting } from './forgetting.js';
import { answerable, judgedIn, measure, sum } from './judged.js';
import { livret, miniSearch, packsOf } from './rankers.js';

/** @import {Judged, Miss, Score} from './judged.js' */

/**
 * @typedef {object} Measured  one language
 * @property {number} left  queries that could not be asked
 * @property {Record<string, Score>} ours  by class
 * @property {Record<string, Score>} theirs
 * @property {Miss[]} misses
 */

const TESTS = join(import.meta.dirname, '../../tests/search');
const FOLDERS = ['', 'tuning', 'development', 'held-out', 'strangers', 'strangers-2', 'strangers-3', 'strangers-4'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    judged: { type: 'string', multiple: true, default: FOLDERS.map((name) => join(TESTS, name)) },
    lang: { type: 'string' },
    misses: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    forget: { type: 'string', default: '0' },
  },
});

const languages = [...packsOf(positionals[0] ?? 'site')]
  .filter(([code]) => !values.lang || values.lang === code)
  .map(([code, texts]) => /** @type {const} */ ([code, texts.map(forget)]))
  .map(([code, texts]) => ({
    code,
    known: new Set(readPack(texts[0] ?? '').entries.map(({ id }) => id)),
    ours: livret(texts),
    theirs: miniSearch(texts),
  }));

/**
 * @param {string} text  of a pack
 * @param {number} seed
 */
function forget(text, seed) {
  return forgetting(text, Number(values.forget), seed + 1);
}

/**
 * @param {Map<string, Judged>} judged
 * @returns {Record<string, Measured>} by language
 */
function report(judged) {
  /** @type {Record<string, Measured>} */
  const found = {};
  for (const { code, known, ours, theirs } of languages) {
    const { kept, left } = answerable(judged.get(code) ?? {}, known);
    const { scores, misses } = measure(kept, ours);
    found[code] = { left, ours: scores, theirs: measure(kept, theirs).scores, misses };
  }
  return found;
}

/**
 * Class by class over all languages together; last all classes.
 * @param {Record<string, Measured>} measured
 * @param {'ours'|'theirs'} whose
 */
function byClass(measured, whose) {
  const names = new Set(Object.values(measured).flatMap((each) => Object.keys(each[whose])));
  const of = (/** @type {string} */ name) =>
    Object.values(measured).flatMap((each) => each[whose][name] ?? []);
  const classes = [...names].map((name) => /** @type {const} */ ([name, sum(of(name))]));
  return new Map([...classes, ['all', sum(classes.map(([, score]) => score))]]);
}

const percent = (/** @type {number} */ part, /** @type {number} */ all) =>
  `${((100 * part) / all).toFixed(0)} %`.padStart(6);

/** @param {Score} [score] */
const row = (score) =>
  score
    ? `${percent(score.first, score.asked)} ${percent(score.three, score.asked)} ${(score.reciprocal / score.asked).toFixed(2).padStart(6)}`
    : '';

/**
 * @param {string} name
 * @param {Map<string, Score>} ours
 * @param {Map<string, Score>} theirs
 */
function table(name, ours, theirs) {
  const asked = ours.get('all')?.asked ?? 0;
  console.log(`\n${`${name}: ${asked} queries`.padEnd(30)}first  three    mrr   MiniSearch: first  three    mrr`);
  for (const [each, score] of ours) {
    const cells = [each.padEnd(22), String(score.asked).padStart(4), row(score)];
    console.log([...cells, row(theirs.get(each))].join('  '));
  }
}

/** @param {Record<string, Measured>} measured */
function print(measured) {
  for (const [code, each] of Object.entries(measured)) {
    const one = { [code]: each };
    const left = each.left ? ` (${each.left} left out)` : '';
    table(`${code}${left}`, byClass(one, 'ours'), byClass(one, 'theirs'));
    if (!values.misses) continue;
    for (const { class: name, query, rank, found } of each.misses)
      console.log(`  ${name}: "${query}" ${rank || 'not found'}: ${found.join(' ')}`);
  }
  table('all languages', byClass(measured, 'ours'), byClass(measured, 'theirs'));
}

const folders = values.judged.map((folder) => /** @type {const} */ ([folder, judgedIn(folder)]));
const measured = folders.map(([folder, judged]) => /** @type {const} */ ([folder, report(judged)]));
const name = (/** @type {string} */ folder) => relative(TESTS, folder) || 'judged';
if (values.json) {
  const all = measured.map(([folder, each]) => [name(folder), each]);
  console.log(JSON.stringify(Object.fromEntries(all)));
} else {
  for (const [folder, each] of measured) {
    console.log(`\n=== ${name(folder)}`);
    print(each);
  }
}
