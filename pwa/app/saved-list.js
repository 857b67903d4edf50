/** The page of saved answers, in the language that is being read. */

import { beginning } from './beginning.js';
import { pageAt } from './other-page.js';
import { saveButton } from './save-button.js';
import { readSaved } from './saved.js';
import { setText } from './sigles.js';
import { word } from './words.js';

/** @import {Saved} from './saved.js' */

/**
 * Fills the list, where this page has one.
 * @param {string|null} code  of the page
 */
export async function savedList(code) {
  const root = document.querySelector('[data-saved]');
  const list = root?.querySelector('[data-saved-list]');
  const template = root?.querySelector('template[data-saved-item]');
  if (!root || !list || !(template instanceof HTMLTemplateElement)) return;
  const saved = readSaved();
  root.querySelector('[data-saved-none]')?.toggleAttribute('hidden', saved.length > 0);
  // All at once: a list that grows under the finger is no help.
  list.replaceChildren(
    ...(await Promise.all(saved.map((answer, place) => item(template, answer, place, code)))),
  );
  root.removeAttribute('hidden');
}

/**
 * @param {HTMLTemplateElement} template
 * @param {Saved} answer
 * @param {number} place
 * @param {string|null} code
 */
async function item(template, answer, place, code) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const link = /** @type {HTMLAnchorElement} */ (copy.querySelector('a'));
  const question = /** @type {HTMLElement} */ (copy.querySelector('.question'));
  const short = /** @type {HTMLElement} */ (copy.querySelector('.answer-short'));
  const button = /** @type {HTMLElement} */ (copy.querySelector('[data-save]'));
  const address = `/${code}/${answer.id}/`;
  const page = await pageAt(address);
  if (page === 'gone' || page === 'unread') {
    setText(question, answer.question);
    Object.assign(question, { lang: answer.lang, dir: 'auto' });
    short.textContent = word(`saved-${page}`);
  } else {
    take(question, page.querySelector('h1'));
    take(short, page.querySelector('.short'), beginning);
  }
  if (page !== 'gone') link.href = address; // without one, it is no link and does not look like one
  question.id = `saved-${place}`;
  button.id = `save-${place}`;
  button.setAttribute('aria-labelledby', `${button.id} ${question.id}`);
  const entry = /** @type {Element} */ (copy.firstElementChild);
  // In a list of what is saved the button says what it does, not what is so.
  saveButton(button, answer, (isOn) => {
    setText(/** @type {Element} */ (button.querySelector('span')), word(isOn ? 'saved-off' : 'saved-on'));
    entry.toggleAttribute('data-off', !isOn);
  });
  return entry;
}

/**
 * Takes over a text with the language it is written in.
 * @param {HTMLElement} element
 * @param {HTMLElement|null} from
 * @param {(text: string) => string} [part]  which part of it
 */
function take(element, from, part = (text) => text) {
  setText(element, part(from?.textContent ?? ''));
  if (from?.lang) Object.assign(element, { lang: from.lang, dir: from.dir });
}
