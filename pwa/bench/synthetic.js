/**
 * Makes queries out of the guide's own titles and names, and tells what joining, splitting or mistyping costs.
 *
 *     node bench/synthetic.js SITE [--lang CODE] [--seed NUMBER] [--each NUMBER]
 *       [--judged FOLDER]... [--misses]
 *
 * A run of two to four neighbouring words of an answer's title, or of a glossary word's name, is typed as
 * it is, and changed in one way (below). Right is any answer or word whose title or names hold the run.
 * With `--judged` the runs are the queries of the folders that are right as they are, and right is what is right there.
 * For each language and change: how many queries, how many have a right answer among the first three, and how
 * many of the same runs have one when they are typed as they are. The same seed makes the same queries.
 */

import { parseArgs } from 'node:util';
import { readPack } from '../search/entries.js';
import { BETWEEN_NAMES } from '../search/gather.js';
import { analysis } from '../search/languages.js';
import { tokens } from '../search/tokens.js';
import { changesOf } from './changes.js';
import { random } from './corpus.js';
import { judgedIn } from './judged.js';
import { livret, packsOf } from './rankers.js';

/** @import {Ranker} from './judged.js' */
/** @typedef {{words: string[], ids: Set<string>}} Run  neighbouring words as they are written */

const MOST_WORDS = 4;
const WITHIN = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '150' },
    judged: { type: 'string', multiple: true, default: [] },
    misses: { type: 'boolean', default: false },
  },
});

/**
 * The words of a text, in rows that nothing but blanks and apostrophes parts.
 * @param {string} text
 */
function rows(text) {
  /** @type {string[][]} */
  const found = [];
  let end = -1;
  for (const token of tokens(text.normalize('NFC').toLowerCase())) {
    const between = text.slice(end, token.start);
    if (token.kind !== 'word') end = -1;
    else {
      if (end >= 0 && /^[\s'’-]+$/.test(between)) found.at(-1)?.push(token.text);
      else found.push([token.text]);
      end = token.end;
    }
  }
  return found;
}

/**
 * The runs of the first of some packs; they begin and end with a word that says something in all of the packs'
 * languages that may have it.
 * @param {readonly string[]} texts  of packs
 * @returns {Run[]}
 */
function runsOf(texts) {
  const packs = texts.map(readPack);
  const languages = packs.map(({ lang, lexicon }) => analysis(lang, lexicon));
  const says = (/** @type {string} */ word = '') =>
    word.length > 1 && !languages.some((language) => language.term('word', word)?.stop);
  const entries = packs[0]?.entries ?? [];
  /** @type {Map<string, Run>} */
  const runs = new Map();
  for (const { id, title, names } of entries) {
    const named = [title, ...names.split(BETWEEN_NAMES)];
    for (const row of named.flatMap(rows)) {
      for (let from = 0; from < row.length; from += 1) {
        for (let size = 2; size <= MOST_WORDS && from + size <= row.length; size += 1) {
          const words = row.slice(from, from + size);
          if (!says(words[0]) || !says(words.at(-1))) continue;
          const run = runs.get(words.join(' ')) ?? { words, ids: new Set() };
          run.ids.add(id);
          runs.set(words.join(' '), run);
        }
      }
    }
  }
  return [...runs.values()];
}

/**
 * The judged queries of a language.
 * @param {string} code
 * @returns {Run[]}
 */
const judgedRuns = (code) =>
  values.judged.flatMap((folder) =>
    Object.values(judgedIn(folder).get(code) ?? {}).flatMap((queries) =>
      Object.entries(queries).map(([query, ids]) => ({
        words: tokens(query.normalize('NFC')).flatMap(({ kind, text }) => (kind === 'han' ? [] : [text])),
        ids: new Set(ids),
      })),
    ),
  );

/**
 * @param {string} code
 * @param {readonly Run[]} runs
 * @param {Ranker} rank
 */
function measure(code, runs, rank) {
  const isRight = (/** @type {string} */ query, /** @type {Run} */ { ids }) =>
    rank(query).slice(0, WITHIN).some((id) => ids.has(id));
  return Object.entries(changesOf(code)).map(([name, change], number) => {
    const next = random(Number(values.seed) * 1000 + number);
    const score = { name, asked: 0, right: 0, plain: 0, misses: /** @type {string[]} */ ([]) };
    const left = [...runs];
    while (left.length && score.asked < Number(values.each)) {
      const run = /** @type {Run} */ (left.splice(Math.floor(next() * left.length), 1)[0]);
      const query = change(run.words, next);
      if (query === null) continue;
      const [right, plain] = [isRight(query, run), isRight(run.words.join(' '), run)];
      score.asked += 1;
      if (right) score.right += 1;
      if (plain) score.plain += 1;
      if (plain && !right) score.misses.push(`"${query}" (${run.words.join(' ')})`);
    }
    return score;
  });
}

const percent = (/** @type {number} */ part, /** @type {number} */ all) =>
  `${((100 * part) / Math.max(1, all)).toFixed(1)} %`.padStart(8);

/** @type {Map<string, {asked: number, right: number, plain: number}>} */
const sums = new Map();
for (const [code, texts] of packsOf(positionals[0] ?? 'site')) {
  if (values.lang && values.lang !== code) continue;
  console.log(`\n${code.padEnd(34)}asked   right    as it is`);
  for (const { name, asked, right, plain, misses } of measure(code, values.judged.length ? judgedRuns(code) : runsOf(texts), livret(texts))) {
    if (!asked) continue;
    console.log(`${name.padEnd(34)}${String(asked).padStart(5)} ${percent(right, asked)} ${percent(plain, asked)}`);
    if (values.misses) for (const miss of misses) console.log(`    ${miss}`);
    const sum = sums.get(name) ?? { asked: 0, right: 0, plain: 0 };
    sums.set(name, { asked: sum.asked + asked, right: sum.right + right, plain: sum.plain + plain });
  }
}
console.log('\nall languages');
for (const [name, { asked, right, plain }] of sums)
  console.log(`${name.padEnd(34)}${String(asked).padStart(5)} ${percent(right, asked)} ${percent(plain, asked)}`);
