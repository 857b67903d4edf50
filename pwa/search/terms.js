/** The words of a text, as a language looks them up. */

import { scan } from './tokens.js';

/** @import {Analysis, Term} from './languages.js' */

/**
 * A run of Han characters, two by two: Chinese has no spaces between words.
 * @param {string} run
 * @returns {string[]}
 */
export function bigrams(run) {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, place) => `${signs[place]}${sign}`);
}

/**
 * The name of two words that stand beside each other, in either order.
 * @param {string} a
 * @param {string} b
 */
export const pair = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

/**
 * The words of a text, in order.
 * @param {Analysis} language
 * @param {string} text
 * @returns {Term[]}
 */
export function terms(language, text) {
  /** @type {Term[]} */
  const found = [];
  scan(text, (kind, word) => {
    for (const part of kind === 'han' ? bigrams(word) : [word]) {
      const term = language.term(kind, part);
      if (term) found.push(term);
    }
  });
  return found;
}

/**
 * A text with nothing but its words as they may be typed in haste.
 * @param {Analysis} language
 * @param {string} text
 */
export const plainText = (language, text) =>
  terms(language, text)
    .map((term) => term.plain)
    .join(' ');
