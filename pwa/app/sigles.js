/**
 * Sets a text so that neither VLS-TS nor faut-il breaks at its hyphen, and no figure in a right-to-left
 * text runs backwards, as the server does (markup.py, bidi.py).
 */

// The same as there: VLS-TS, CMU-C, Loca-Pass.
const SIGLE =
  /(?<![A-Za-zÀ-ÿœ0-9])(?:[A-Z]{2,}(?:-[A-Z]{1,3})+|[A-Z][a-z]{1,5}-[A-Z][a-z]{1,4})(?![A-Za-zÀ-ÿœ0-9])/g;

// The end of existe-t-il, commandez-la, inscreva-se.
const LEANING =
  /[A-Za-zÀ-ÿœ]-(?:t-)?(?:ils?|elles?|on|je|tu|nous|vous|ce|les?|la|lui|leur|moi|toi|y|en|là|ci|me|te|se|lhes?|los?|las|os?|as?|nos)(?![A-Za-zÀ-ÿœ0-9-])/g;
const UNBROKEN = new RegExp(`${SIGLE.source}|${LEANING.source}`, 'g');

// 105 €, 2026/2027, 01 23 45: in a right-to-left text parted figures would change places (UAX #9).
const FIGURE = /\+?\d(?:[\d.,:/€%+-]|[ \u00A0\u202F](?=[\d€%]))*/g;
const EITHER = new RegExp(`${UNBROKEN.source}|${FIGURE.source}`, 'g');
// Its number comes first in every direction, and the sign after it.
const AMOUNT = /[ \u00A0\u202F]€/;

/**
 * @param {Element} element
 * @param {string} text
 * @param {readonly (readonly [number, number])[]} [marks]  what was asked for, in the order of the text
 */
export function setText(element, text, marks = []) {
  element.replaceChildren();
  let from = 0;
  for (const { 0: run, index } of text.matchAll(document.dir === 'rtl' ? EITHER : UNBROKEN)) {
    fill(element, text, from, index, marks);
    from = index + run.length;
    const whole = /\d/.test(run)
      ? Object.assign(document.createElement('bdi'), { dir: AMOUNT.test(run) ? 'rtl' : 'ltr' })
      : Object.assign(document.createElement('span'), { className: 'whole' });
    fill(whole, text, index, from, marks);
    element.append(whole);
  }
  fill(element, text, from, text.length, marks);
}

/**
 * @param {Element} element
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {readonly (readonly [number, number])[]} marks
 */
function fill(element, text, from, to, marks) {
  let done = from;
  for (const [start, end] of marks) {
    if (end <= done || start >= to) continue;
    const mark = document.createElement('mark');
    const begin = Math.max(start, done);
    mark.textContent = text.slice(begin, Math.min(end, to));
    element.append(text.slice(done, begin), mark);
    done = Math.min(end, to);
  }
  if (done < to) element.append(text.slice(done, to));
}
