/** What a word is looked up as in a language: its spellings evened out, its endings taken off. */

import { arabic as foldArabic, cyrillic, latin } from './fold.js';
import { arabic } from './languages/arabic.js';
import { chinese } from './languages/chinese.js';
import { english } from './languages/english.js';
import { french } from './languages/french.js';
import { portuguese } from './languages/portuguese.js';
import { spanish } from './languages/spanish.js';
import { ukrainian } from './languages/ukrainian.js';
import { vietnamese } from './languages/vietnamese.js';

/** @import {Kind} from './tokens.js' */

/**
 * What the pack of a language tells the search about it: words, where `Language` has rules. All of
 * it may be missing, as it is for a language that nobody has written about.
 * @typedef {object} Lexicon
 * @property {string} [stop]  words that say little about what is asked, parted by blanks
 * @property {string} [alike]  what is asked for as if it were one thing: a group in each line, its
 *   phrases parted by commas; "a, b > c, d" where a and b ask for c and d, and not the other way
 * @property {string} [sounds]  of Han characters, see `sounding`
 * @property {string} [traditional]  Han characters, see `simplifying`
 */

/**
 * What is particular to a language.
 * @typedef {object} Language
 * @property {(word: string) => string} stem  what the forms of a folded word share
 * @property {(word: string) => string} [bare]  a folded word without what is written into it
 * @property {(stem: string) => string} [root]  what a stem has in common with others of its family
 * @property {(word: string) => string[]} [variants]  other words that a folded word may be
 * @property {(word: string) => string[]} [inside]  words that a folded one may be made from which the
 *   guide does not know, the likeliest first
 * @property {(word: string) => string} [toned]  a word with its accents, in one spelling
 * @property {(lexicon: Lexicon) => Signs} [signs]  of a language that is written with Han characters
 * @property {boolean} [syllables]  whether spaces part syllables and not words
 */

/**
 * @typedef {object} Signs
 * @property {(word: string) => string} sounds  how a word is said, where a typist chooses by that
 * @property {(text: string) => string} simple  Han characters as the guide writes them
 */

/** @type {Record<string, Language>} */
const LANGUAGES = {
  ar: arabic,
  en: english,
  es: spanish,
  fr: french,
  pt: portuguese,
  uk: ukrainian,
  vi: vietnamese,
  zh: chinese,
};
/** A language nobody has written about here is searched by whole words, prefixes and typos. */
/** @type {Language} */
const OTHER = { stem: (word) => word };

/**
 * A word as it is looked up; one object for each form.
 * @typedef {object} Term
 * @property {number} number  counted from 0 in the order in which forms are met
 * @property {string} form  in one spelling
 * @property {string} plain  as it may be typed in haste: prefixes and typos are sought among these
 * @property {string} stem
 * @property {boolean} stop  says little about what is asked
 * @property {boolean} isNumber
 * @property {string} text  as it is written
 */

/**
 * @typedef {object} Analysis
 * @property {boolean} syllables  see Language
 * @property {string} alike  see Lexicon
 * @property {(stem: string) => string} root  empty where there is none
 * @property {(plain: string) => string[]} variants
 * @property {(plain: string) => string[]} inside
 * @property {(text: string) => string} folded  a word in one spelling, with what is written into it
 * @property {(folded: string) => string} bare  the same without that, as `plain` of its term
 * @property {((plain: string) => string)|null} sounds  see Signs
 * @property {(kind: Kind, text: string) => Term|null} term  null for what cannot be a word of the
 *   language
 */

const ARABIC = /^[\u0600-\u06ff]/;
const CYRILLIC = /^[\u0400-\u04ff]/;

/** @param {string} text  a word in lower case */
const folded = (text) =>
  ARABIC.test(text) ? foldArabic(text) : CYRILLIC.test(text) ? cyrillic(text) : latin(text);

/**
 * @param {string} lang  BCP 47 tag
 * @param {Lexicon} lexicon
 * @returns {Analysis}
 */
export function analysis(lang, lexicon) {
  const code = lang.split('-')[0] ?? '';
  const language = LANGUAGES[code] ?? OTHER;
  const signs = language.signs?.(lexicon);
  const stops = new Set((lexicon.stop ?? '').split(/\s+/).map(language.toned ?? ((word) => word)));
  const plainStops = new Set([...stops].map((word) => latin(word)));
  /** @type {Map<string, Term>} */
  const byForm = new Map();
  /** @type {Map<string, Term|null>} */
  const byText = new Map();
  const make = (/** @type {string} */ text, /** @type {string} */ plain, form = plain) => {
    let term = byForm.get(form);
    if (!term) {
      const isNumber = /^\d/.test(plain) && !/\p{L}/u.test(plain);
      const stop = stops.has(form) || (form === plain && plainStops.has(plain));
      const stem = isNumber ? plain : language.stem(plain);
      byForm.set(form, (term = { number: byForm.size, form, plain, stem, stop, isNumber, text }));
    }
    return term;
  };
  const read = (/** @type {Kind} */ kind, /** @type {string} */ written) => {
    const text = written.normalize('NFKC').toLowerCase();
    if (kind === 'han') return code === 'zh' ? make(text, signs?.simple(text) ?? text) : null;
    if (ARABIC.test(text)) {
      return code === 'ar' ? make(text, language.bare?.(foldArabic(text)) ?? text) : null;
    }
    if (CYRILLIC.test(text)) return code === 'uk' ? make(text, cyrillic(text)) : null;
    return make(text, latin(text), language.toned?.(text));
  };
  return {
    syllables: language.syllables ?? false,
    alike: lexicon.alike ?? '',
    root: language.root ?? (() => ''),
    variants: language.variants ?? (() => []),
    inside: language.inside ?? (() => []),
    folded: (text) => folded(text.normalize('NFKC').toLowerCase()),
    bare: language.bare ?? ((word) => word),
    sounds: signs?.sounds ?? null,
    term(kind, text) {
      let term = byText.get(text);
      if (term === undefined) byText.set(text, (term = read(kind, text)));
      return term;
    },
  };
}
