/** Decides which languages this phone should keep. */

/** @import {Status} from '../worker/messages.js' */

/** Bytes on the wire that a phone is given without being asked. */
export const SMALL = 1_500_000;

/**
 * The language that an address asks for.
 * @param {string} path
 * @returns {string|null} code
 */
export const codeOf = (path) => /^\/([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\//.exec(path)?.[1] ?? null;

/**
 * What comes first: the page's language and the one shown beside it.
 * @param {string|null} code
 * @param {string|undefined} companion
 * @returns {string[]}
 */
export const first = (code, companion) =>
  [...new Set([code, companion])].filter((each) => typeof each === 'string');

/**
 * What follows by itself: all other languages, if they are small together and the reader did not
 * ask the browser to save data. A language the reader took away stays away.
 * @param {Status} status
 * @param {boolean} savesData
 * @returns {string[]} codes
 */
export function others(status, savesData) {
  const rest = status.languages.filter((language) => !language.kept && !language.removed);
  const transfer = rest.reduce((sum, language) => sum + language.transfer, 0);
  return savesData || transfer >= SMALL ? [] : rest.map((language) => language.code);
}
