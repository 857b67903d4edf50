/** The beginning of a text, in whole sentences, as the server gives it to its lists (beginning.py). */

const ENOUGH = 40;
const END = /[.!?؟]+[)»”’"]*\s+|[。！？]+[」”）]*\s*/g;

/**
 * The first sentences that are long enough together: a cut line could end within an amount, and half
 * an amount is a wrong one.
 * @param {string} text
 * @param {number} [place]  what stands here is among them
 */
export function beginning(text, place = 0) {
  for (const { 0: sign, index } of text.matchAll(END)) {
    const end = index + sign.length;
    // What goes on with a small letter came after an abbreviation.
    const goesOn = /^\p{Ll}/u.test(text.slice(end));
    if (!goesOn && end > place && end >= ENOUGH) return text.slice(0, end).trimEnd();
  }
  return text;
}
