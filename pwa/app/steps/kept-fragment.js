/** A page's fragment from the kept pack, for what a page takes from another one. */

import { CACHE, POINTER } from '../../worker/names.js';

/**
 * @param {string} rest  the page's address without its language
 * @returns {Promise<string|null>} null where the page's language is not kept, or cannot be read
 */
export async function keptFragment(rest) {
  const { code } = document.documentElement.dataset;
  try {
    const cache = await caches.open(CACHE);
    const pointer = await (await cache.match(POINTER))?.json();
    /** @type {{code: string, pack: string}[]} */
    const languages = pointer?.release.languages ?? [];
    const pack = languages.find((language) => language.code === code)?.pack;
    const text = pack && (await (await cache.match(pack))?.text());
    return text ? fragmentIn(text, `/${code}${rest}`) : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} pack  its text
 * @param {string} address
 * @returns {string|null}
 */
export function fragmentIn(pack, address) {
  const from = pack.indexOf(`\n{"address":${JSON.stringify(address)},`);
  if (from < 0) return null;
  const to = pack.indexOf('\n', from + 1);
  return JSON.parse(pack.slice(from, to < 0 ? undefined : to)).fragment;
}
