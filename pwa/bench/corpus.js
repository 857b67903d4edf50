/** Makes a large guide from a small one: the same kind of text, and a vocabulary that grows with it. */

import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {number} seed  a generator of 0 ≤ x < 1 (mulberry32) */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORD = /(?<![&#<\w"=/-])[\p{L}]{6,}(?![\w"=>;-])/gu;

/**
 * Answers until there are `wanted`, made from those of a pack: a quarter of the long words of each
 * copy are others, drawn from a vocabulary of made-up words by Zipf's law.
 * @param {string} text  of a pack
 * @param {number} wanted
 * @returns {string}
 */
export function enlarged(text, wanted) {
  const next = random(2026);
  const lines = text.trimEnd().split('\n');
  const answers = lines.filter((line) => /^\{"address":"\/[^/]+\/[^/]+\/[^/]+\/"/.test(line));
  const syllables = [...new Set(answers.join(' ').match(/(?<=[\s])\p{L}{3}(?=\p{L})/gu))];
  const made = (/** @type {number} */ number) => {
    const own = random(number);
    const length = 2 + Math.floor(own() * 2);
    return Array.from({ length }, () => syllables[Math.floor(own() * syllables.length)])
      .join('')
      .toLowerCase();
  };
  const other = () => made(Math.floor(20_000 ** next()));
  const more = [];
  for (let number = 0; more.length + answers.length < wanted; number += 1) {
    const page = JSON.parse(answers[number % answers.length] ?? '');
    const replaced = (/** @type {string} */ part) =>
      part.replace(WORD, (word) => (next() < 0.25 ? other() : word));
    more.push(
      JSON.stringify({
        address: page.address.replace(/\/$/, `-${number}/`),
        description: replaced(page.description),
        fragment: replaced(page.fragment),
        search: { ...page.search, keywords: replaced(page.search.keywords ?? '') },
        state: page.state,
        title: replaced(page.title),
      }),
    );
  }
  return `${[...lines, ...more].join('\n')}\n`;
}

/**
 * A published folder with `wanted` answers in each of some languages.
 * @param {string} from
 * @param {string} to
 * @param {number} wanted
 */
export function enlarge(from, to, wanted) {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'release.json');
  const release = JSON.parse(readFileSync(path, 'utf8'));
  for (const language of release.languages) {
    const pack = enlarged(readFileSync(join(to, language.pack), 'utf8'), wanted);
    language.size = Buffer.byteLength(pack);
    language.pack = `/packs/${language.code}.${createHash('sha256').update(pack).digest('hex').slice(0, 16)}.ndjson`;
    writeFileSync(join(to, language.pack), pack);
  }
  writeFileSync(path, JSON.stringify({ ...release, id: 'f'.repeat(16) }));
  return readdirSync(join(to, 'packs'));
}
