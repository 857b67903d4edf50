/** The button that saves an answer: on the answer, and beside it on the list of saved ones. */

import { restOf } from '../worker/compose.js';
import { isSaved, keepSaved } from './saved.js';

/** @import {Saved} from './saved.js' */

/**
 * @param {Element} button
 * @param {Saved} answer
 * @param {(isOn: boolean) => void} tell  shows whether it is saved
 */
export function saveButton(button, answer, tell) {
  const show = () => tell(isSaved(answer.id));
  button.addEventListener('click', () => {
    keepSaved(answer, !isSaved(answer.id));
    show();
  });
  // Another tab may have changed the list, or another page before this one came back to sight.
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  show();
}

/** On an answer. */
export function saveHere() {
  const tools = document.querySelector('[data-answer]');
  const button = tools?.querySelector('[data-save]');
  const title = document.querySelector('h1');
  if (!(tools instanceof HTMLElement) || !button || !title) return;
  const lang = title.lang || document.documentElement.lang;
  const id = restOf(location.pathname).slice(1, -1);
  const tell = (/** @type {boolean} */ isOn) => button.setAttribute('aria-pressed', String(isOn));
  saveButton(button, { id, question: title.textContent ?? '', lang }, tell);
}
