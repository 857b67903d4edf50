/**
 * Notices that the browser has cleared the guide. What was kept is remembered outside the cache,
 * which browsers empty when room is short; where they clear everything, nobody can tell.
 */

import { read, write } from './settings.js';

/** @import {Status} from '../worker/messages.js' */

/** @typedef {{languages: string[], removed: string[]}} Memory  codes kept, and taken away */

const KEPT = 'kept';
const CLEARED = 'cleared';

/**
 * What was on a phone that now has nothing; null where nothing is lost.
 * @param {Status} status
 * @returns {Memory|null}
 */
export function lostBy(status) {
  // Where storage cannot be read at all, nothing can be said about it.
  return status.release !== null || status.reason === 'storage' ? null : remembered();
}

/**
 * What the phone had when a page last heard of it; null where nothing is known.
 * @returns {Memory|null}
 */
export function remembered() {
  try {
    const memory = JSON.parse(read('localStorage', KEPT) ?? 'null');
    return Array.isArray(memory?.languages) && Array.isArray(memory.removed) ? memory : null;
  } catch {
    return null;
  }
}

/**
 * @param {Status} status
 */
export function rememberKept({ release, languages }) {
  if (release === null) return;
  const codes = (/** @type {'kept'|'removed'} */ what) =>
    languages.filter((language) => language[what]).map(({ code }) => code);
  const memory = { languages: codes('kept'), removed: codes('removed') };
  write('localStorage', KEPT, JSON.stringify(memory));
}

/** The reader took the guide off: nothing is missing. */
export function forgetKept() {
  write('localStorage', KEPT, null);
  write('localStorage', CLEARED, null);
}

/** @param {number} now */
export const noteClearing = (now) => write('localStorage', CLEARED, String(now));

/** @returns {number|null} when the last clearing was noticed, in milliseconds since 1970 */
export const lastClearing = () => Number(read('localStorage', CLEARED)) || null;
