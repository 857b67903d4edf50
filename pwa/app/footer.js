/** The line in the footer that says whether this page opens without network. */

import { word } from './words.js';

/** @import {Status} from '../worker/messages.js' */

/**
 * The word for a status; none while there is nothing to say.
 * @param {Status} status
 * @param {string|null} code  the page's language
 * @param {string|null} opened  the release that was kept when the page was opened
 * @param {boolean} lost  whether the browser has cleared what was kept
 * @returns {'cleared'|'updating'|'updated'|'ready'|'failed'|null}
 */
export function wordFor(status, code, opened, lost = false) {
  if (lost && !status.release) return 'cleared';
  if (status.work) return 'updating';
  if (opened && status.release && opened !== status.release) return 'updated';
  const kept = status.languages.some((language) => language.code === code && language.kept);
  if (kept && !status.missing) return 'ready';
  return (status.reason ?? status.checked?.reason) ? 'failed' : null;
}

/**
 * @param {string|null} code
 * @returns {(status: Status, lost: boolean) => void}
 */
export function footer(code) {
  const line = document.querySelector('[data-kept]');
  /** @type {string|null|undefined} */
  let opened;
  return (status, lost) => {
    opened ??= status.release;
    const name = wordFor(status, code, opened, lost);
    const text = name ? word(name) : '';
    if (line && line.textContent !== text) line.textContent = text;
  };
}
