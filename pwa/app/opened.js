/**
 * Which answers the reader has opened, on which day and in which edition, so that those that have
 * changed since can be marked. It stays on this phone and goes with "Start over".
 */

import { read, write } from './settings.js';
import { differs } from './versions.js';

/** @import {Edition} from './versions.js' */

/**
 * `on` is a day, "2026-11-23". `before` is the day of the reading before, of another edition; it
 * is told on the day `on`, however often the answer is opened, and forgotten afterwards.
 * @typedef {Edition & {on: string, before?: string}} Opening
 */

/** @typedef {Record<string, Opening>} Openings  by the address after its language */

const NAME = 'opened';

/** @returns {Openings} */
export function readOpenings() {
  try {
    return JSON.parse(read('localStorage', NAME) ?? '{}') ?? {};
  } catch {
    return {}; // written by a version that spelt it otherwise
  }
}

/** Forgets all of them. */
export const forgetOpenings = () => write('localStorage', NAME, null);

/**
 * The phone's own day.
 * @param {Date} now
 */
export function dayOf(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The opening that follows one, and is to be remembered.
 * @param {Opening|undefined} last
 * @param {Edition} edition
 * @param {string} today
 * @returns {Opening}
 */
export function openAgain(last, edition, today) {
  const opening = { code: edition.code, version: edition.version, on: today };
  if (last && differs(last, edition)) return { ...opening, before: last.on };
  return last?.before && last.on === today ? { ...opening, before: last.before } : opening;
}

/**
 * Remembers that an answer is opened now.
 * @param {string} rest
 * @param {Edition} edition
 * @param {Date} now
 * @returns {string|undefined} the day on which the reader read another edition of it
 */
export function noteOpening(rest, edition, now) {
  const openings = readOpenings();
  const opening = openAgain(openings[rest], edition, dayOf(now));
  write('localStorage', NAME, JSON.stringify({ ...openings, [rest]: opening }));
  return opening.before;
}

/**
 * The addresses of opened answers that have changed since.
 * @param {Openings} openings
 * @param {Record<string, string>} versions  now
 * @param {string} code  the language of `versions`
 * @returns {Set<string>}
 */
export function changedSince(openings, versions, code) {
  const changed = Object.entries(openings).filter(([rest, opening]) => {
    const version = versions[rest];
    return version !== undefined && differs(opening, { code, version });
  });
  return new Set(changed.map(([rest]) => rest));
}
