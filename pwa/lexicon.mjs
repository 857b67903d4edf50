/** What the packs tell the search about their languages: the files of search/lexicon/. */

import { readFileSync, readdirSync } from 'node:fs';

const FOLDER = new URL('search/lexicon/', import.meta.url);

/**
 * What is written about a language, by the names of its files.
 * @param {string} code  its BCP 47 subtag
 * @returns {Record<string, string>}
 */
export function lexicon(code) {
  const folder = new URL(`${code}/`, FOLDER);
  const names = readdirSync(folder).sort();
  const texts = names.map((name) => readFileSync(new URL(name, folder), 'utf8').trimEnd());
  return Object.fromEntries(names.map((name, place) => [name.replace('.txt', ''), texts[place] ?? '']));
}

/** All of them, by the subtags of their languages. */
export const lexicons = () =>
  Object.fromEntries(readdirSync(FOLDER).sort().map((code) => [code, lexicon(code)]));
