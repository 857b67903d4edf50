/** Shows what was found: links in two lists, made from the template's one. */

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

/**
 * An item of a list of results.
 * @param {HTMLTemplateElement} template
 * @param {Result} result
 * @returns {Element}
 */
export function item(template, { address, kind, title, short, topic, state, why }) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (copy.querySelector(name));
  const link = /** @type {HTMLAnchorElement} */ (part('a'));
  link.href = address;
  fill(part('.question'), title);
  fill(part('.answer-short'), short);
  if (why) {
    part('.why').hidden = false;
    fill(part('.why q'), why);
    const label =
      why.in === 'name' ? word('why-name') : why.in === 'language' ? nameOf(why.lang) : '';
    part('.why-label').textContent = label;
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
  let from = 0;
  for (const [start, end] of marks) {
    const mark = document.createElement('mark');
    mark.textContent = text.slice(start, end);
    element.append(text.slice(from, start), mark);
    from = end;
  }
  element.append(text.slice(from));
}

/**
 * The name of a language in the page's, with a colon after it.
 * @param {string} lang
 */
function nameOf(lang) {
  names ??= new Intl.DisplayNames([document.documentElement.lang], { type: 'language' });
  return `${names.of(lang.split('-')[0] ?? lang) ?? lang}:`;
}
