/** Reads a kept pack from the page, where the worker need not be asked. */

import { CACHE } from '../worker/names.js';

/** @import {LanguageStatus, Status} from '../worker/messages.js' */

/**
 * The kept language that a page's words are best taken from: its own, the reader's, any.
 * @param {Status} status
 * @param {string|null} code  of the page
 * @returns {LanguageStatus|undefined}
 */
export function keptLanguage({ languages, reader }, code) {
  const kept = languages.filter((language) => language.kept);
  return (
    kept.find((language) => language.code === code) ??
    kept.find((language) => language.code === reader) ??
    kept[0]
  );
}

/**
 * @param {LanguageStatus} language
 * @returns {Promise<string|null>} the pack's text; null where it is not there or cannot be read
 */
export async function packText({ pack }) {
  try {
    const cache = await caches.open(CACHE);
    return (await (await cache.match(pack))?.text()) ?? null;
  } catch {
    return null;
  }
}
