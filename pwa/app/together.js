/** Keeps a day and its month on one line, and takes what does that out of texts that leave the page. */

/**
 * A date that breaks before its year at most, as in the texts (together.py).
 * @param {string} date  as CLDR writes it
 */
export const together = (date) =>
  date
    .replaceAll(' ', '\u00A0')
    .replace(/\u00A0((?:de\u00A0)?\d{4})/, ' $1')
    // A sentence that ends in a Ukrainian date would have two full stops.
    .replace(/\sр\.$/, '\u00A0року')
    // Chinese lines break between any two characters, which is no harm within a word.
    .replace(/\d(?=[\u4E00-\u9FFF])|月(?=\d)/g, '$&\u2060');

/**
 * A text as it is typed: no-break spaces between words would make a text message longer, and some
 * programs do not find words beside one. Those of French signs stay.
 * @param {string} text
 */
export const apart = (text) =>
  text.replace(/(?<=[\p{L}\p{N}])\u00A0(?=[\p{L}\p{N}])/gu, ' ').replaceAll('\u2060', '');
