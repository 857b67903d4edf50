/** Chinese: without spaces, looked up two characters at a time. */

import { sounding } from './pinyin.js';

/** @import {Language} from '../languages.js' */

/**
 * Writes Han characters as the guide does.
 * @param {string} pairs  a traditional character and its simplified one, parted by spaces
 * @returns {(text: string) => string}
 */
function simplifying(pairs) {
  /** @type {Map<string, string>} */
  const simple = new Map();
  for (const [traditional = '', written = ''] of pairs.split(/\s+/)) simple.set(traditional, written);
  return (text) => [...text].map((sign) => simple.get(sign) ?? sign).join('');
}

/** @type {Language} */
export const chinese = {
  stem: (word) => word,
  signs: ({ sounds = '', traditional = '' }) => ({
    sounds: sounding(sounds),
    simple: simplifying(traditional),
  }),
};
