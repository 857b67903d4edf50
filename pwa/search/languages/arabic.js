/** Arabic, folded: one alef, one ya, ta marbuta as ha. */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const ARTICLE = /^(?:[وف]?(?:ال|بال|كال|لل)|وال|فال)(?=.{3})/;

const strip = stemmer({
  endings: 'تها تهم تنا هما يات ات ون ين ان يه ته تي تك ها هم نا كم كن ه ي ك',
  shortest: 4,
});
/** The article with its letters swapped, or one of them that a finger beside it typed. */
const SLIPPED = /^(?:لا|[تغعىيةل]ل|ا[بلفغةكم]|[وفبك](?:لا|[تغعىيةل]ل))(?=.{3})/;
/** Words that one may be made from. */
const MOST_INSIDE = 2;
/** And, so, with, for, like: written into the next word, but also the first letter of many. */
const PARTICLES = ['و', 'ف', 'ب', 'ل', 'ك'];

/** What verbs and nouns of a root begin with, and the vowels within. */
const BEFORE = /^(?:است|مست|يست|تست|[ماينت])(?=.{3})/;

/**
 * The consonants of a stem: "يسكن", "مسكن" and "ساكن" are all of سكن.
 * @param {string} stem
 * @returns {string}
 */
function root(stem) {
  const consonants = stem.replace(BEFORE, '').replace(/(?<=.)[اوي]/g, '');
  return consonants.length > 2 ? consonants : '';
}

/** @type {Language} */
export const arabic = {
  /** The article is written into its word, which is looked up without it. */
  bare: (word) => word.replace(ARTICLE, ''),
  stem: strip,
  root,
  inside: (word) => {
    const found = SLIPPED.test(word) ? [word.replace(SLIPPED, '')] : [];
    for (let rest = word; PARTICLES.includes(rest[0] ?? '') && rest.length > 4 && found.length < MOST_INSIDE; ) {
      found.push((rest = rest.slice(1)));
    }
    return found;
  },
  variants: (word) => [
    ...PARTICLES.map((particle) => particle + word),
    ...(PARTICLES.includes(word[0] ?? '') && word.length > 3 ? [word.slice(1)] : []),
  ],
};
