/** Which answers a newer release changed or added: noticed once, by whichever page comes first. */

import { read, write } from './settings.js';
import { differs } from './versions.js';

/**
 * What one release brought; `at` is when it came to this phone, in milliseconds since 1970. Answers
 * are named by their address after the language, which is the same in all languages.
 * @typedef {{at: number, changed: string[], added: string[]}} Brought
 */

/**
 * @typedef {object} News
 * @property {string} release  the one that `versions` are of
 * @property {string} code  their language
 * @property {Record<string, string>} versions
 * @property {Brought[]} log  newest first
 * @property {number} seen  up to when the reader has seen the log
 */

const NAME = 'news';
/** Releases that the log goes back. */
const LENGTH = 5;

/** @returns {News|null} */
export function readNews() {
  try {
    const news = JSON.parse(read('localStorage', NAME) ?? 'null');
    return news?.versions && Array.isArray(news.log) ? news : null;
  } catch {
    return null;
  }
}

/** @param {News|null} news */
export const writeNews = (news) => write('localStorage', NAME, news && JSON.stringify(news));

/**
 * The news once the versions of a release are known.
 * @param {News|null} before  null on a phone that had no release until now: nothing is new to it
 * @param {{release: string, at: number, code: string, versions: Record<string, string>}} now
 * @returns {News}
 */
export function newsAfter(before, { release, at, code, versions }) {
  const log = before?.log ?? [];
  const seen = before?.seen ?? at;
  if (!before || before.release === release) return { release, code, versions, log, seen };
  const changed = Object.entries(versions).filter(([rest, version]) => {
    const last = before.versions[rest];
    return last !== undefined && differs({ code: before.code, version: last }, { code, version });
  });
  const brought = {
    at,
    changed: changed.map(([rest]) => rest),
    added: Object.keys(versions).filter((rest) => before.versions[rest] === undefined),
  };
  const worth = brought.changed.length || brought.added.length;
  const whole = worth ? [brought, ...log].slice(0, LENGTH) : log;
  return { release, code, versions, log: whole, seen };
}

/**
 * How many answers changed or came that the reader has not been told of, each once.
 * @param {News} news
 */
export const unseen = ({ log, seen }) =>
  new Set(log.filter(({ at }) => at > seen).flatMap(({ changed, added }) => [...changed, ...added]))
    .size;
