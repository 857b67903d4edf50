/** The words that stand anywhere, in the ways in which a typed one is looked up among them. */

import { letters } from './typos.js';

/** @import {Postings} from './gather.js' */
/** @import {Analysis, Term} from './languages.js' */

/**
 * @typedef {object} Vocabulary
 * @property {Map<string, Postings & {term: Term}>} forms
 * @property {number} terms  how many there are
 * @property {Map<string, string[]>} byPlain  forms that are typed alike
 * @property {Map<string, string[]>} byStem  plains of one stem
 * @property {Map<string, string[]>} byRoot  plains of one root
 * @property {string[]} plains  sorted, for prefixes
 * @property {Int32Array} letters  of each plain, for typos
 * @property {string[]} stems  those that are no plain
 * @property {Int32Array} stemLetters  of each of them
 * @property {Map<string, string[]>} bySound  plains that are said alike, in a language typed by sound
 * @property {Map<string, string[]>} bySign  the plains that have a Han character
 * @property {Map<string, string>} spelled  a plain as it is written
 */

/**
 * @param {readonly (Postings & {term: Term})[]} words  with holes
 * @param {Analysis} language
 * @returns {Vocabulary}
 */
export function vocabulary(words, { sounds, root }) {
  /** @type {Map<string, Postings & {term: Term}>} */
  const forms = new Map();
  /** @type {Map<string, string[]>} */
  const byPlain = new Map();
  /** @type {Map<string, string[]>} */
  const byStem = new Map();
  /** @type {Map<string, string[]>} */
  const byRoot = new Map();
  /** @type {Map<string, string>} */
  const spelled = new Map();
  for (const postings of words) {
    if (!postings) continue;
    const { form, plain, stem, text } = postings.term;
    forms.set(form, postings);
    add(byPlain, plain, form);
    if (spelled.has(plain)) continue;
    spelled.set(plain, text);
    add(byStem, stem, plain);
    if (root(stem)) add(byRoot, root(stem), plain);
  }
  const plains = [...byPlain.keys()].sort();
  const stems = [...byStem.keys()].filter((stem) => !byPlain.has(stem));
  return {
    forms,
    terms: words.length,
    byPlain,
    byStem,
    byRoot,
    plains,
    spelled,
    letters: Int32Array.from(plains, letters),
    stems,
    stemLetters: Int32Array.from(stems, letters),
    ...han(sounds ? plains : [], sounds ?? ((plain) => plain)),
  };
}

const HAN = /^\p{Script=Han}/u;

/**
 * @param {readonly string[]} plains
 * @param {(plain: string) => string} sounds
 */
function han(plains, sounds) {
  /** @type {Map<string, string[]>} */
  const bySound = new Map();
  /** @type {Map<string, string[]>} */
  const bySign = new Map();
  for (const plain of plains) {
    if (!HAN.test(plain)) continue;
    add(bySound, sounds(plain), plain);
    for (const sign of new Set(plain)) add(bySign, sign, plain);
  }
  return { bySound, bySign };
}

/**
 * @param {Map<string, string[]>} lists
 * @param {string} name
 * @param {string} text
 */
export function add(lists, name, text) {
  const list = lists.get(name);
  if (list) list.push(text);
  else lists.set(name, [text]);
}
