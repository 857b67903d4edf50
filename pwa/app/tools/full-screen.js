/** Lets a sheet fill the whole screen, without the browser's own bars, where the browser can. */

import { element } from './element.js';
import { word } from '../words.js';

/**
 * The sheet's content fills the screen and not the sheet: browsers refuse that to a dialogue.
 * Escape leaves; a sheet that is closed meanwhile leaves too. iPhones have no such thing.
 * @param {HTMLDialogElement} dialog
 */
export function offerFullScreen(dialog) {
  const content = dialog.firstElementChild;
  if (!document.fullscreenEnabled || !content) return;
  const button = element('button', { type: 'button', className: 'close' }, word('full-screen'));
  button.setAttribute('aria-pressed', 'false');
  button.addEventListener('click', () => {
    const change = document.fullscreenElement ? document.exitFullscreen() : content.requestFullscreen();
    change.catch(() => {}); // a browser may say no; the text can be read all the same
  });
  content.addEventListener('fullscreenchange', () =>
    button.setAttribute('aria-pressed', String(document.fullscreenElement === content)),
  );
  content.querySelector('.close')?.before(button);
}
