/** Reads packs: one language each, a header line and one line per page (docs/formats.md). */

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
 * @property {Offline} offline
 */

/**
 * Words of the page for a language that is not kept, in the pack's language.
 * @typedef {{title: string, not_kept: string, kept: string, retry: string}} Offline
 */

/** @typedef {{address: string, title: string, description: string, fragment: string}} Page */

/**
 * @typedef {object} Pack
 * @property {PackHeader} header
 * @property {(address: string) => Page|null} find
 */

/**
 * A pack from its text. Throws a SyntaxError for one that is no pack.
 * @param {string} text
 * @returns {Pack}
 */
export function parsePack(text) {
  const header = JSON.parse(text.slice(0, text.indexOf('\n')));
  if (header.schema !== SCHEMA) throw new SyntaxError(`a pack of schema ${header.schema}`);
  return { header, find: (address) => find(text, address) };
}

/**
 * One page, found without parsing the others: keys are sorted, so a line begins with its address.
 * @param {string} text
 * @param {string} address
 * @returns {Page|null}
 */
function find(text, address) {
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
