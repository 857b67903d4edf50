/** Reads packs: one language each, a header line and one line per page (docs/formats.md). */

import { compose } from './compose.js';
import { SCHEMA } from './names.js';
import { openStore, readFile } from './store.js';

/** @import {World} from './world.js' */
/** @import {Release} from './release.js' */

/**
 * @typedef {object} PackHeader
 * @property {number} schema
 * @property {string} code
 * @property {string} lang  BCP 47 tag
 * @property {'ltr'|'rtl'} dir
 * @property {Record<string, string>} headers  HTTP fields of every page
 * @property {object} manifest  of the web app
 * @property {string[]} shell  as `compose` takes it
 * @property {Record<string, Offline>} offline  by code, for every language of the guide
 */

/**
 * Words of the pages that the worker composes, in one language.
 * @typedef {{lang: string, dir: 'ltr'|'rtl', title: string, not_kept: string, lost: string,
 *   kept: string, retry: string, unwell: string, repair: string}} Offline
 */

/** @typedef {{address: string, title: string, description: string, fragment: string}} Page */

/**
 * @typedef {object} Pack
 * @property {PackHeader} header
 * @property {(address: string) => Page|null} find
 */

const BLANK = { address: '/x/', title: '', description: '', fragment: '' };

/**
 * A pack from its text. Throws an error for one that this worker cannot show: it is no pack, or of
 * another schema, or its shell has a slot that nothing fills.
 * @param {string} text
 * @returns {Pack}
 */
export function parsePack(text) {
  const header = JSON.parse(text.slice(0, text.indexOf('\n')));
  if (header.schema !== SCHEMA) throw new SyntaxError(`a pack of schema ${header.schema}`);
  compose(header.shell, BLANK);
  return { header, find: (address) => findPage(text, address) };
}

/**
 * One page, found without parsing the others: keys are sorted, so a line begins with its address.
 * @param {string} text
 * @param {string} address
 * @returns {Page|null}
 */
export function findPage(text, address) {
  const start = text.indexOf(`\n{"address":${JSON.stringify(address)},`) + 1;
  if (!start) return null;
  const end = text.indexOf('\n', start);
  return JSON.parse(text.slice(start, end < 0 ? text.length : end));
}

/**
 * The kept pack of a language; null where it is missing, damaged or unreadable. Its hash is checked
 * once in the worker's life, then the text stays in memory.
 * @param {World} world
 * @param {Release} release
 * @param {string} code
 * @returns {Promise<Pack|null>}
 */
export async function loadPack(world, release, code) {
  const path = release.languages.find((language) => language.code === code)?.pack;
  const file = release.files.find((other) => other.path === path);
  if (!file) return null;
  const { packs } = world.memory;
  let pack = packs.get(file.path);
  if (!pack) {
    try {
      const bytes = await readFile(await openStore(world), file);
      if (!bytes) return null;
      pack = parsePack(new TextDecoder().decode(bytes));
    } catch {
      return null;
    }
  }
  packs.delete(file.path);
  packs.set(file.path, pack);
  while (packs.size > world.limits.packs) packs.delete([...packs.keys()][0] ?? '');
  return pack;
}
