/** Gathers the words of entries into an index: where a word stands, and how weighty it is there. */

import { conceptsOf } from './concepts.js';
import { analysis } from './languages.js';
import { pair, plainText, terms } from './terms.js';
import { add, vocabulary } from './vocabulary.js';

/** @import {Concepts} from './concepts.js' */
/** @import {Entry} from './entries.js' */
/** @import {Analysis, Lexicon, Term} from './languages.js' */
/** @import {Vocabulary} from './vocabulary.js' */

/**
 * Where a word stands: places of entries, and its weight in each.
 * @typedef {{places: number[], weights: number[]}} Postings
 */

/**
 * @typedef {object} Gathered
 * @property {Analysis} analysis
 * @property {Map<string, Postings>} pairs  see `pair`
 * @property {Map<string, string[]>} beside  by stem, the stems that it makes pairs with
 * @property {Concepts} concepts
 * @property {Map<string, number>} named  places of the glossary's words, by `plainText`
 * @property {Map<string, number>} called  the same by their other names too, as `sayingStems`
 * @property {Map<number, Term[][]>} bodies  by place: the words of each block
 */
/** @typedef {Gathered & Vocabulary} Index */

/**
 * Words beside each other, and which of them are gathered where one says little by itself.
 * @typedef {object} Pairs
 * @property {Map<string, Postings>} pairs
 * @property {Map<string, string[]>} beside
 * @property {boolean} all  in a language in which such a syllable may be a part of a word
 * @property {Set<string>} named  those of other names: "under 18", "run out"
 */

/** A field's share in the weight of a word, and how much a long field takes from it. */
export const FIELDS = /** @type {const} */ ({
  title: { boost: 4, length: 0.3 },
  names: { boost: 3.2, length: 0.15 },
  short: { boost: 1.6, length: 0.5 },
  heading: { boost: 1, length: 0.3 },
  body: { boost: 0.8, length: 0.8 },
  topic: { boost: 0.7, length: 0.3 },
});
/** @typedef {keyof typeof FIELDS} Field */
const NAMES = /** @type {Field[]} */ (Object.keys(FIELDS));
/** What parts one name from the next, in the punctuation of any of the guide's languages. */
export const BETWEEN_NAMES = /[,،，、;；]/;

/**
 * The phrases of each field: lists of words that stand beside each other. `blocks` are those of
 * the body, headings and all.
 * @param {Entry} entry
 * @param {Analysis} language
 */
function readEntry({ title, short, topic, names, body }, language) {
  const read = (/** @type {string} */ text) => terms(language, text);
  const blocks = body.map((block) => read(block.text));
  const isHeading = body.map((block) => block.tag === 'h2' || block.tag === 'h3');
  /** @type {Record<Field, Term[][]>} */
  const fields = {
    title: [read(title)],
    names: names.split(BETWEEN_NAMES).map(read),
    short: [read(short)],
    heading: blocks.filter((_, number) => isHeading[number]),
    body: blocks.filter((_, number) => !isHeading[number]),
    topic: [read(topic)],
  };
  return { fields, blocks };
}

/**
 * @param {Postings} postings
 * @param {number} place
 * @param {number} weight
 */
function post({ places, weights }, place, weight) {
  const last = places.length - 1;
  if (places[last] === place) weights[last] = (weights[last] ?? 0) + weight;
  else {
    places.push(place);
    weights.push(weight);
  }
}

/**
 * @param {string} lang  BCP 47 tag
 * @param {Lexicon} lexicon
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} places  of each entry, the same in all languages
 * @returns {Index}
 */
export function gather(lang, lexicon, entries, places) {
  const language = analysis(lang, lexicon);
  const concepts = conceptsOf(language);
  const read = entries.map((entry) => readEntry(entry, language));
  const mean = new Map(
    NAMES.map((name) => [name, meanLength(read.map(({ fields }) => fields[name]))]),
  );
  /** @type {(Postings & {term: Term})[]} by number of the term */
  const words = [];
  /** @type {Pairs} */
  const paired = { pairs: new Map(), beside: new Map(), all: language.syllables, named: concepts.pairs };
  read.forEach(({ fields }, number) => {
    const place = places[number] ?? 0;
    for (const name of NAMES) {
      const { boost, length } = FIELDS[name];
      const size = fields[name].reduce((sum, phrase) => sum + phrase.length, 0);
      const share = boost / (1 - length + (length * size) / (mean.get(name) || 1));
      const isPaired = name !== 'body' || language.syllables;
      for (const phrase of fields[name]) {
        postPhrase(phrase, place, share, words, isPaired ? paired : null);
      }
    }
  });
  return {
    analysis: language,
    pairs: paired.pairs,
    beside: paired.beside,
    concepts,
    named: namedOf(language, entries, places),
    called: calledOf(language, entries, places),
    bodies: new Map(read.map(({ blocks }, number) => [places[number] ?? 0, blocks])),
    ...vocabulary(words, language),
  };
}

/** @param {Term[][][]} fields  one field of all entries */
const meanLength = (fields) =>
  fields.flat(1).reduce((sum, phrase) => sum + phrase.length, 0) / Math.max(1, fields.length);

/** The least that a number weighs: it says exactly what is meant, in a long text or a short one. */
const NUMBER = 4.4;

/**
 * @param {Term[]} phrase
 * @param {number} place
 * @param {number} share
 * @param {(Postings & {term: Term})[]} words
 * @param {Pairs|null} paired
 */
function postPhrase(phrase, place, share, words, paired) {
  /** @type {Term|null} the last word that says something */
  let before = null;
  /** @type {Term|null} */
  let last = null;
  for (const term of phrase) {
    const postings = (words[term.number] ??= { term, places: [], weights: [] });
    post(postings, place, term.isNumber ? Math.max(share, NUMBER) : share);
    if (!paired) continue;
    if (last && (last.stop || term.stop) && isWanted(paired, last, term)) {
      postPair(paired, last, term, place, share);
    }
    last = term;
    if (term.stop) continue;
    if (before) postPair(paired, before, term, place, share);
    before = term;
  }
}

/**
 * @param {Pairs} paired
 * @param {Term} first
 * @param {Term} second
 */
const isWanted = ({ all, named }, first, second) => all || named.has(pair(first.stem, second.stem));

/**
 * @param {Pairs} paired
 * @param {Term} first
 * @param {Term} second
 * @param {number} place
 * @param {number} share
 */
function postPair({ pairs, beside }, { stem: first }, { stem: second }, place, share) {
  const name = pair(first, second);
  let both = pairs.get(name);
  if (!both) {
    pairs.set(name, (both = { places: [], weights: [] }));
    add(beside, first, second);
    add(beside, second, first);
  }
  post(both, place, share);
}

/**
 * @param {Analysis} language
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} places
 * @returns {Map<string, number>}
 */
function namedOf(language, entries, places) {
  /** @type {Map<string, number>} */
  const named = new Map();
  entries.forEach(({ kind, title, full }, number) => {
    if (kind !== 'word') return;
    for (const name of [title, full]) {
      const plain = plainText(language, name);
      if (plain) named.set(plain, places[number] ?? 0);
    }
  });
  return named;
}

/**
 * @param {Analysis} language
 * @param {readonly Entry[]} entries
 * @param {readonly number[]} places
 * @returns {Map<string, number>}
 */
function calledOf(language, entries, places) {
  /** @type {Map<string, number>} */
  const called = new Map();
  entries.forEach(({ kind, title, names }, number) => {
    if (kind !== 'word') return;
    for (const name of [title, ...names.split(BETWEEN_NAMES)]) {
      const stems = sayingStems(terms(language, name));
      if (stems && !called.has(stems)) called.set(stems, places[number] ?? 0);
    }
  });
  return called;
}

/**
 * What some words say, as it is looked up.
 * @param {readonly (Term|null)[]} words
 */
export const sayingStems = (words) =>
  words.flatMap((term) => (term && !term.stop ? [term.stem] : [])).join(' ');
