/** Letters that readers type differently and mean the same, for the scripts of the guide. */

/** @type {Record<string, string>} */
const LATIN = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ð: 'd', ł: 'l', ı: 'i', þ: 'th' };
const SPECIAL = /[œæßøđðłıþ]/g;
const MARKS = /\p{M}/gu;

/**
 * A Latin word without accents and ligatures.
 * @param {string} word  in lower case
 */
export function latin(word) {
  if (/^[a-z0-9.]*$/.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => LATIN[letter] ?? letter);
}

/** @type {Record<string, string>} */
const ARABIC = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  گ: 'ك',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  پ: 'ب',
  چ: 'ج',
  ڤ: 'ف',
  ژ: 'ز',
  ء: '',
};

/**
 * An Arabic word without vowel signs and tatweel, with one shape for the letters that are written
 * for each other.
 * @param {string} word
 */
export const arabic = (word) =>
  word
    .replace(/[\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g, '')
    .replace(/[أإآٱىیئؤةکگۀہھپچڤژء]/g, (letter) => ARABIC[letter] ?? letter);

/** @type {Record<string, string>} */
const CYRILLIC = { ґ: 'г', ё: 'е', ы: 'и', э: 'е' };

/**
 * A Cyrillic word without apostrophes, for which keyboards have any sign, or the letters ь and ъ; with
 * one letter for g, and with the letters of a Russian keyboard as they sound.
 * @param {string} word
 */
export const cyrillic = (word) =>
  word
    .replace(/[^\p{L}\p{Nd}]|\p{Lm}|ъ|ь(?=[яюєї])/gu, '')
    .replace(/[ґёыэ]/g, (letter) => CYRILLIC[letter] ?? '');
