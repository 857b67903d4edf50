/** The line in the footer that says whether this page opens without network. */

import { word } from './words.js';

/** @import {Status} from '../worker/messages.js' */

/**
 * The word for a status; none while there is nothing to say.
 * @param {Status} status
 * @param {string|null} code  the page's language
 * @param {string|null} opened  the release that was kept when the page was opened
 * @returns {'updating'|'updated'|'ready'|'failed'|null}
 */
export function wordFor(status, code, opened) {
  if (status.work) return 'updating';
  if (opened && status.release && opened !== status.release) return 'updated';
  if (status.languages.some((language) => language.code === code && language.kept)) return 'ready';
  return (status.reason ?? status.checked?.reason) ? 'failed' : null;
}

/**
 * @param {string|null} code
 * @returns {(status: Status) => void}
 */
export function footer(code) {
  const line = document.querySelector('[data-kept]');
  /** @type {string|null|undefined} */
  let opened;
  return (status) => {
    opened ??= status.release;
    const name = wordFor(status, code, opened);
    const text = name ? word(name) : '';
    if (line && line.textContent !== text) line.textContent = text;
  };
}
