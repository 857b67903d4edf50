/** Shows what was found: links in two lists, made from the template's one. */

import { beginning } from './beginning.js';
import { setText } from './sigles.js';
import { word } from './words.js';

/** @import {Marked, Result} from '../search/messages.js' */

const STATES = new Map([
  ['drafted', 'state-drafted'],
  ['outdated', 'state-outdated'],
  ['critical', 'state-untranslated'],
  ['missing', 'state-untranslated'],
]);

/** @type {Intl.DisplayNames|null} made once: it takes longer than a whole result */
let names = null;

/** @type {WeakMap<Element, string>} what each item shows */
const shown = new WeakMap();

/**
 * Makes a list show results: those before `soon` at once, of the others those that stand there
 * already. An item that stays is not touched: a key changes few of them, and the browser then need
 * not lay out the others.
 * @param {Element} list
 * @param {HTMLTemplateElement} template
 * @param {readonly Result[]} results
 * @param {number} [soon]
 */
export function fillList(list, template, results, soon = results.length) {
  let place = 0;
  for (const result of results) {
    const text = JSON.stringify(result);
    const here = list.children[place];
    if (!here || shown.get(here) !== text) {
      if (place >= soon) break;
      const known = [...list.children].slice(place).find((other) => shown.get(other) === text);
      const made = known ?? item(template, result);
      shown.set(made, text);
      list.insertBefore(made, here ?? null);
    }
    place += 1;
  }
  for (const left of [...list.children].slice(place)) left.remove();
}

/**
 * An item of a list of results.
 * @param {HTMLTemplateElement} template
 * @param {Result} result
 * @returns {Element}
 */
function item(template, { address, kind, title, short, topic, state, why }) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (copy.querySelector(name));
  const link = /** @type {HTMLAnchorElement} */ (part('a'));
  link.href = address;
  fill(part('.question'), title);
  // The words that were asked for are among what is shown.
  const text = beginning(short.text, short.marks[0]?.[0]);
  fill(part('.answer-short'), { ...short, text });
  if (why) {
    part('.why').hidden = false;
    fill(part('.why q'), why);
    const label =
      why.in === 'name' ? word('why-name') : why.in === 'language' ? nameOf(why.lang) : '';
    part('.why-label').textContent = label;
    // A full-width colon brings its own space.
    if (label.endsWith('：')) part('.why-label').nextSibling?.remove();
  }
  const about = [kind === 'answer' ? topic : word(`kind-${kind}`), word(STATES.get(state) ?? '')];
  part('.about').textContent = about.filter(Boolean).join(' · ');
  return /** @type {Element} */ (copy.firstElementChild);
}

/**
 * Sets a text with what was asked for in it marked.
 * @param {HTMLElement} element
 * @param {Marked} marked
 */
function fill(element, { text, lang, marks }) {
  if (lang) {
    element.lang = lang;
    element.dir = 'auto';
  }
  setText(element, text, marks);
}

/**
 * The name of a language in the page's, with a colon after it, which is that of the page's language.
 * @param {string} lang
 */
function nameOf(lang) {
  names ??= new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });
  return `${names.of(lang.split('-')[0] ?? lang) ?? lang}${/\s?.$/.exec(word('why-name'))}`;
}
