/** Vietnamese: words are written syllable by syllable, and often typed without tones. */

/** @import {Language} from '../languages.js' */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/;

/**
 * A syllable with its tone at its end, wherever on the vowels it is written ("hoà", "hòa").
 * @param {string} word
 */
function toned(word) {
  const parts = [...word.normalize('NFD')];
  const tone = parts.find((part) => TONES.test(part)) ?? '';
  return (
    parts
      .filter((part) => part !== tone)
      .join('')
      .normalize('NFC') + tone
  );
}

/** @type {Language} */
export const vietnamese = { stem: (word) => word, toned, syllables: true };
