/** A sheet over the page: at the lower edge of a phone, in the middle of a desktop. */

import { element } from './element.js';
import { word } from '../words.js';

/**
 * Opens a sheet. Escape, its button and a tap beside it close it; the focus then returns to what
 * opened it.
 * @param {(string|Node)[]} title
 * @param {(string|Node)[]} content
 * @param {HTMLElement} opener
 * @param {string} [kind]  class
 * @returns {HTMLDialogElement}
 */
export function sheet(title, content, opener, kind = '') {
  const heading = element('h2', { tabIndex: -1, autofocus: true }, ...title);
  heading.id = `sheet-${document.querySelectorAll('dialog').length}`;
  const close = element('button', { type: 'button', className: 'close' }, word('close'));
  const inner = element('div', {}, element('header', {}, heading, close), ...content);
  const dialog = element('dialog', { className: `sheet ${kind}`.trim() }, inner);
  dialog.setAttribute('aria-labelledby', heading.id);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    opener.focus({ preventScroll: true }); // Safari does not focus what is tapped
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}
