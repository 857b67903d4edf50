/** Sets a text so that no sigle in it breaks at its hyphen, as the server does (markup.py). */

// The same as there: VLS-TS, CMU-C, Loca-Pass.
const SIGLE =
  /(?<![A-Za-zÀ-ÿœ0-9])(?:[A-Z]{2,}(?:-[A-Z]{1,3})+|[A-Z][a-z]{1,5}-[A-Z][a-z]{1,4})(?![A-Za-zÀ-ÿœ0-9])/g;

/**
 * @param {Element} element
 * @param {string} text
 * @param {readonly (readonly [number, number])[]} [marks]  what was asked for, in the order of the text
 */
export function setText(element, text, marks = []) {
  element.replaceChildren();
  let from = 0;
  for (const { 0: sigle, index } of text.matchAll(SIGLE)) {
    fill(element, text, from, index, marks);
    from = index + sigle.length;
    const whole = document.createElement('span');
    whole.className = 'whole';
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
