/**
 * How Chinese characters sound, as a typist writes it: who picks a wrong character picks one of the
 * same sound. Browsers sort Chinese by sound, so that a table of where each syllable begins is enough.
 */

/** Common characters that are sorted by a reading that is not the usual one. */
/** @type {Record<string, string>} */
const USUAL = { 地: 'di', 咳: 'ke', 谁: 'shui', 似: 'si' };
/** What southern accents do not tell apart. */
const ALIKE = /^([zcs])h|(?<=[aei]n)g$/g;

/** @typedef {{compare: (a: string, b: string) => number, names: string[], signs: string[]}} Table */

/**
 * @param {string} first  each syllable and the common character that is sorted first among those
 *   that sound so ("a阿 ai哎"), in that order
 * @returns {Table}
 */
function tableOf(first) {
  const { compare } = new Intl.Collator('zh-Hans-u-co-pinyin');
  const parts = first.split(/\s+/).filter(Boolean);
  const names = parts.map((text) => text.slice(0, -1));
  const signs = parts.map((text) => text.slice(-1));
  // Where a browser sorts Chinese by something else, no character sounds like another.
  const isSorted = signs.every((sign, place) => !place || compare(signs[place - 1] ?? '', sign) < 0);
  return isSorted ? { compare, names, signs } : { compare, names: [], signs: [] };
}

/**
 * The syllable of a Han character without the tone; the character itself where that cannot be told.
 * @param {Table} table
 * @param {string} sign
 */
function syllable({ compare, names, signs }, sign) {
  let low = 0;
  let high = signs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(signs[middle] ?? '', sign) <= 0) low = middle + 1;
    else high = middle;
  }
  return (USUAL[sign] ?? names[low - 1] ?? sign).replace(ALIKE, '$1');
}

/**
 * @param {string} first  see `tableOf`
 * @returns {(word: string) => string} how a word of Han characters sounds
 */
export function sounding(first) {
  const table = tableOf(first);
  /** @type {Map<string, string>} */
  const known = new Map();
  const sound = (/** @type {string} */ sign) => {
    const found = known.get(sign) ?? syllable(table, sign);
    known.set(sign, found);
    return found;
  };
  return (word) => [...word].map(sound).join(' ');
}
