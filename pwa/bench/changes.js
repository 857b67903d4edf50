/** Ways to type words other than they are written: joined, mistyped, inflected, begun, without accents. */

import { latin } from '../search/fold.js';
import { KEYBOARDS } from '../search/typos.js';
import { inflected } from './inflected.js';

/** @typedef {(words: readonly string[], next: () => number) => string|null} Change  null where it cannot be made */
/** @typedef {(word: string, next: () => number) => string} Error  the word itself where it cannot be made */

/** Letters of a word that is mistyped, split or inflected, of a run that is joined, and of what is begun. */
const TYPO_LETTERS = 5;
const SPLIT_LETTERS = 7;
const JOINED_LETTERS = 6;
const BEGUN_LETTERS = 2;

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
  const place = one([...words.keys()], next);
  const word = words[place] ?? '';
  if (word.length < SPLIT_LETTERS) return null;
  const cut = 2 + Math.floor(next() * (word.length - 3));
  return replaced(words, place, `${word.slice(0, cut)} ${word.slice(cut)}`);
}

/**
 * One of the words with an error in it.
 * @param {Error} err
 * @param {number} [least]  letters of the word
 * @returns {Change}
 */
const typo = (err, least = TYPO_LETTERS) => (words, next) => {
  const places = [...words.keys()].filter((place) => (words[place] ?? '').length >= least);
  if (!places.length) return null;
  const place = one(places, next);
  const word = words[place] ?? '';
  const wrong = err(word, next);
  return wrong === word ? null : replaced(words, place, wrong);
};

/**
 * An error at the first letter, or within the word.
 * @param {(word: string, place: number, next: () => number) => string} err
 * @returns {{first: Change, within: Change}}
 */
const slip = (err) => ({
  first: typo((word, next) => err(word, 0, next)),
  within: typo((word, next) => err(word, 1 + Math.floor(next() * (word.length - 2)), next)),
});

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

/** What sounds alike, or is written without care, in a language: any of a group for any other. */
/** @type {Record<string, readonly (readonly string[])[]>} */
const ALIKE = {
  ar: [['ض', 'ظ'], ['ذ', 'ز', 'د'], ['ث', 'س', 'ت'], ['ط', 'ت'], ['ص', 'س'], ['ق', 'ك'], ['ه', 'ح']],
  en: [['ie', 'ei'], ['c', 's', 'k'], ['a', 'e'], ['i', 'e'], ['ph', 'f'], ['nn', 'n'], ['mm', 'm'], ['ss', 's'], ['tion', 'sion']],
  es: [['b', 'v'], ['s', 'z', 'c'], ['ll', 'y'], ['g', 'j'], ['h', ''], ['qu', 'k'], ['x', 's']],
  fr: [['an', 'en'], ['au', 'o', 'eau'], ['s', 'ss', 'c'], ['é', 'er', 'ai'], ['nn', 'n'], ['mm', 'm'], ['tt', 't'], ['ph', 'f'], ['qu', 'k'], ['i', 'y']],
  pt: [['ss', 'ç', 's'], ['z', 's'], ['g', 'j'], ['x', 'ch'], ['h', ''], ['e', 'i'], ['o', 'u'], ['lh', 'li']],
  uk: [['о', 'а'], ['е', 'и'], ['и', 'і'], ['г', 'х'], ['з', 'с'], ['д', 'т'], ['ь', ''], ['нн', 'н'], ['щ', 'ш'], ['і', 'ї']],
  vi: [['tr', 'ch'], ['s', 'x'], ['d', 'gi', 'r'], ['i', 'y'], ['l', 'n'], ['ngh', 'ng'], ['\u0309', '\u0303'], ['an', 'ang'], ['t', 'c']],
};

/**
 * @param {string} code
 * @param {number} least
 * @returns {Change}
 */
const saidAlike = (code, least) =>
  typo((word, next) => {
    const text = code === 'vi' ? word.normalize('NFD') : word;
    const groups = (ALIKE[code] ?? []).flatMap((group) => {
      const from = group.filter((part) => part && text.includes(part, part.length > 1 ? 0 : least > 3 ? 1 : 0));
      return from.length ? [{ from: one(from, next), group }] : [];
    });
    if (!groups.length) return word;
    const { from, group } = one(groups, next);
    const to = one(group.filter((part) => part !== from), next);
    return text.replace(from, to).normalize('NFC');
  }, least);

/**
 * One word cut short, with the words before it, or those around it.
 * @param {boolean} isLast
 * @returns {Change}
 */
const begun = (isLast) => (words, next) => {
  if (words.length < 2) return null;
  const place = isLast ? words.length - 1 : Math.floor(next() * (words.length - 1));
  const word = words[place] ?? '';
  if (word.length < BEGUN_LETTERS + 2) return null;
  const least = isLast ? BEGUN_LETTERS : Math.max(3, Math.ceil(word.length / 2));
  const size = least + Math.floor(next() * (word.length - least));
  return replaced(words, place, word.slice(0, size));
};

/** @param {(words: readonly string[], next: () => number) => string} make @returns {Change} */
const whole = (make) => (words, next) => {
  const made = make(words, next);
  return made === words.join(' ') ? null : made;
};

const withoutAccents = whole((words) => words.map((word) => latin(word)).join(' '));
const oneWithoutAccents = typo((word) => latin(word), 2);

const ELIDED = /(?<![\p{L}\p{M}])([cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu) (?=[aeiouyhàâéèêëîïôùûœ])/giu;
/** @param {readonly string[]} signs @returns {Change} */
const elided = (...signs) => (words, next) => {
  const text = words.join(' ');
  const made = text.replace(ELIDED, (_, start) => start + one(signs, next));
  return made === text && signs[0] !== ' ' ? null : text.search(ELIDED) < 0 ? null : made;
};
/** "l’inscription" of a run that has no article. */
/** @type {Change} */
function articled(words, next) {
  const places = [...words.keys()].filter(
    (place) => /^[aeiouâéèêîôûœ]..../iu.test(words[place] ?? '') && !/^(?:[cdjlmnst]|qu)$/i.test(words[place - 1] ?? ''),
  );
  if (!places.length) return null;
  const place = one(places, next);
  return replaced(words, place, one(['l', 'd', 'l’', "l'", "d'", 'l '], next) + words[place]);
}
const ligatures = whole((words) =>
  words.join(' ').replace(/œ/g, 'oe').replace(/æ/g, 'ae'),
);

const APOSTROPHE = /(?<=\p{L})[’'ʼ](?=\p{L})/gu;
/** @param {readonly string[]} signs @returns {Change} */
const apostrophes = (...signs) => whole((words, next) => words.join(' ').replace(APOSTROPHE, () => one(signs, next)));

/** A letter wrong behind an article or a particle that is written into the word. */
const ARTICLES = ['ال', 'وال', 'بال', 'لل', 'و', 'ب', 'ل'];
/** @type {Error} */
function articledTypo(word, next) {
  const bare = word.replace(/^(?:ال|وال|بال|لل)(?=.{4})/, '');
  if (bare.length < 4) return word;
  const place = 1 + Math.floor(next() * (bare.length - 2));
  const err = one([neighbour, missing, doubled, swapped], next);
  const wrong = err(bare, place, next);
  return wrong === bare ? word : one(ARTICLES, next) + wrong;
}

/** @param {Change} change @returns {Change} */
const toneless = (change) => (words, next) => change(words.map((word) => latin(word)), next);

const NEIGHBOUR = slip(neighbour);
const MISSING = slip(missing);
const SWAPPED = slip(swapped);

/** @type {Record<string, Change>} */
const ALL = {
  joined,
  'two of three joined': twoJoined,
  split,
  'neighbour key': NEIGHBOUR.within,
  'missing letter': MISSING.within,
  'doubled letter': slip(doubled).within,
  'swapped letters': SWAPPED.within,
  'first: neighbour key': NEIGHBOUR.first,
  'first: missing': MISSING.first,
  'first: swapped': SWAPPED.first,
  'last word begun': begun(true),
  'another word begun': begun(false),
};

/**
 * @param {string} code  of a language
 * @returns {Record<string, Change>} by name
 */
export function changesOf(code) {
  /** @type {Record<string, Change>} */
  const own = { ...ALL };
  if (ALIKE[code]) own['said alike'] = saidAlike(code, code === 'vi' ? 2 : TYPO_LETTERS);
  if (inflected(code, 'house', () => 0) !== null)
    own['other form'] = typo((word, next) => inflected(code, word, next) ?? word, 4);
  if (['es', 'fr', 'pt', 'vi'].includes(code)) {
    own['no accents'] = withoutAccents;
    own['one word without accents'] = oneWithoutAccents;
  }
  if (code === 'fr') {
    own['elided: a sign'] = elided('’', "'", '´', '`', '‘', 'ʼ', '′');
    own['elided: none'] = elided('');
    own['elided: a space'] = elided(' ');
    own['article or preposition elided'] = articled;
    own.ligatures = ligatures;
  }
  if (code === 'uk') {
    own['apostrophe: another sign'] = apostrophes("'", 'ʼ', '`', '´', '‘', '"', '″', '′', '*', '“', '”', '^', 'ˈ');
    own['apostrophe: none'] = apostrophes('');
    own['apostrophe: a space'] = apostrophes(' ');
    own['apostrophe: a soft sign'] = apostrophes('ь', 'ъ');
  }
  if (code === 'ar') own['error behind an article'] = typo(articledTypo, 4);
  if (code === 'vi')
    for (const [name, change] of Object.entries(ALL)) own[`${name}, no tones`] = toneless(change);
  return own;
}
