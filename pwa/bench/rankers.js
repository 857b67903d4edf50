/** The two searches that are compared: ours, and MiniSearch as it comes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { answer } from '../search/answer.js';
import { readPack } from '../search/entries.js';
import { Library } from '../search/library.js';

/** @import {Ranker} from './judged.js' */

const NOBODY = { audience: '', nationality: '' };

/**
 * For each language of a published folder the packs that a phone in it searches, its own first.
 * @param {string} site
 * @returns {Map<string, string[]>}
 */
export function packsOf(site) {
  const release = JSON.parse(readFileSync(join(site, 'release.json'), 'utf8'));
  /** @type {Map<string, string>} */
  const packs = new Map();
  for (const { code, pack } of release.languages)
    packs.set(code, readFileSync(join(site, pack), 'utf8'));
  return new Map(
    [...packs.keys()].map((code) => {
      const codes = new Set([code, release.companion, release.source]);
      return [code, [...codes].flatMap((each) => packs.get(each) ?? [])];
    }),
  );
}

/**
 * @param {readonly string[]} texts  of packs
 * @returns {Ranker}
 */
export function livret(texts) {
  const library = new Library('fr');
  for (const text of texts) library.add(text);
  return (query) => answer(library, { number: 0, query, who: NOBODY }).results.map(({ id }) => id);
}

/**
 * MiniSearch with its own tokenising and ranking, over the same entries with the texts of all the
 * languages in one field each.
 * @param {readonly string[]} texts  of packs
 * @returns {Ranker}
 */
export function miniSearch(texts) {
  /** @type {Map<string, Record<string, string>>} */
  const documents = new Map();
  for (const text of texts) {
    for (const { id, title, short, names, body } of readPack(text).entries) {
      const known = documents.get(id) ?? { id, title: '', short: '', names: '', body: '' };
      const all = { title, short, names, body: body.map((block) => block.text).join('\n') };
      for (const [name, part] of Object.entries(all)) known[name] += `\n${part}`;
      documents.set(id, known);
    }
  }
  const index = new MiniSearch({ fields: ['title', 'short', 'names', 'body'] });
  index.addAll([...documents.values()]);
  return (query) => index.search(query).map(({ id }) => String(id));
}
