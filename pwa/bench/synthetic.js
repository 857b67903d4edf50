/**
 * Makes queries out of the guide's own titles and names, and tells what joining, splitting or mistyping costs.
 *
 *     node bench/synthetic.js SITE [--lang CODE] [--seed NUMBER] [--each NUMBER] [--misses]
 *
 * A run of two to four neighbouring words of an answer's title, or of a glossary word's name, is typed as
 * it is, and changed in one way (below). Right is any answer or word whose title or names hold the run.
 * For each language and change: how many queries, how many have a right answer among the first three, and how
 * many of the same runs have one when they are typed as they are. The same seed makes the same queries.
 */

import { parseArgs } from 'node:util';
import { readPack } from '../search/entries.js';
import { latin } from '../search/fold.js';
import { BETWEEN_NAMES } from '../search/gather.js';
import { analysis } from '../search/languages.js';
import { tokens } from '../search/tokens.js';
import { KEYBOARDS } from '../search/typos.js';
import { random } from './corpus.js';
import { livret, packsOf } from './rankers.js';

/** @import {Ranker} from './judged.js' */
/** @typedef {{words: string[], ids: Set<string>}} Run  neighbouring words as they are written */
/** @typedef {(words: readonly string[], next: () => number) => string|null} Change  null where it cannot be made */

const MOST_WORDS = 4;
const TYPO_LETTERS = 5;
const SPLIT_LETTERS = 7;
/** Runs that are joined have at least so many letters. */
const JOINED_LETTERS = 6;
const WITHIN = 3;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string' },
    seed: { type: 'string', default: '1' },
    each: { type: 'string', default: '150' },
    misses: { type: 'boolean', default: false },
  },
});

/**
 * @template T
 * @param {readonly T[]} list
 * @param {() => number} next
 */
const one = (list, next) => /** @type {T} */ (list[Math.floor(next() * list.length)]);

/**
 * @param {readonly string[]} words
 * @param {number} place
 * @param {string} other
 */
const replaced = (words, place, other) =>
  words.map((word, number) => (number === place ? other : word)).join(' ');

/** @type {Change} */
const joined = (words) => (words.join('').length < JOINED_LETTERS ? null : words.join(''));

/** @type {Change} */
function twoJoined(words, next) {
  if (words.length !== 3) return null;
  const [a = '', b = '', c = ''] = words;
  return next() < 0.5 ? `${a}${b} ${c}` : `${a} ${b}${c}`;
}

/** @type {Change} */
function split(words, next) {
  if (words.length > 3) return null;
  const place = one([...words.keys()], next);
  const word = words[place] ?? '';
  if (word.length < SPLIT_LETTERS) return null;
  const cut = 2 + Math.floor(next() * (word.length - 3));
  return replaced(words, place, `${word.slice(0, cut)} ${word.slice(cut)}`);
}

/**
 * A run of two words with an error in one of them.
 * @param {(word: string, place: number, next: () => number) => string} err
 * @param {(word: string, next: () => number) => number} where
 * @returns {Change}
 */
const typo = (err, where = (word, next) => 1 + Math.floor(next() * (word.length - 2))) =>
  (words, next) => {
    if (words.length !== 2) return null;
    const place = one([...words.keys()], next);
    const word = words[place] ?? '';
    if (word.length < TYPO_LETTERS) return null;
    const wrong = err(word, where(word, next), next);
    return wrong === word ? null : replaced(words, place, wrong);
  };

/**
 * @param {string} word
 * @param {number} place
 * @param {() => number} next
 */
function neighbour(word, place, next) {
  const letter = latin(word[place] ?? '');
  const keyboard = KEYBOARDS.find((rows) => rows.some((row) => row.includes(letter))) ?? [];
  const y = keyboard.findIndex((row) => row.includes(letter));
  const x = keyboard[y]?.indexOf(letter) ?? 0;
  const near = [keyboard[y]?.[x - 1], keyboard[y]?.[x + 1], keyboard[y - 1]?.[x], keyboard[y + 1]?.[x]];
  const keys = near.filter((key) => key !== undefined);
  return keys.length ? word.slice(0, place) + one(keys, next) + word.slice(place + 1) : word;
}

const missing = (/** @type {string} */ word, /** @type {number} */ place) =>
  word.slice(0, place) + word.slice(place + 1);
const doubled = (/** @type {string} */ word, /** @type {number} */ place) =>
  word.slice(0, place + 1) + word.slice(place);
const swapped = (/** @type {string} */ word, /** @type {number} */ place) =>
  word.slice(0, place) + (word[place + 1] ?? '') + word[place] + word.slice(place + 2);
const first = () => 0;

/** @type {Record<string, Change>} */
const CHANGES = {
  joined,
  'two of three joined': twoJoined,
  split,
  'neighbour key': typo(neighbour),
  'missing letter': typo(missing),
  'doubled letter': typo(doubled),
  'swapped letters': typo(swapped),
  'first: neighbour key': typo(neighbour, first),
  'first: missing': typo(missing, first),
  'first: swapped': typo(swapped, first),
};
/** Languages whose readers often leave out the tones. */
const TONES = new Set(['vi']);

/** @param {Change} change @returns {Change} */
const toneless = (change) => (words, next) => change(words.map((word) => latin(word)), next);

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
 * @param {string} code
 * @param {readonly Run[]} runs
 * @param {Ranker} rank
 */
function measure(code, runs, rank) {
  const isRight = (/** @type {string} */ query, /** @type {Run} */ { ids }) =>
    rank(query).slice(0, WITHIN).some((id) => ids.has(id));
  const changes = Object.entries(CHANGES).flatMap(([name, change]) =>
    TONES.has(code) ? [[name, change], [`${name}, no tones`, toneless(change)]] : [[name, change]],
  );
  return changes.map(([name, change], number) => {
    const next = random(Number(values.seed) * 1000 + number);
    const score = { name: String(name), asked: 0, right: 0, plain: 0, misses: /** @type {string[]} */ ([]) };
    const left = [...runs];
    while (left.length && score.asked < Number(values.each)) {
      const run = /** @type {Run} */ (left.splice(Math.floor(next() * left.length), 1)[0]);
      const query = /** @type {Change} */ (change)(run.words, next);
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
  for (const { name, asked, right, plain, misses } of measure(code, runsOf(texts), livret(texts))) {
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
