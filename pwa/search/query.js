/** Cuts a query into the words that are looked up, with what they may have been meant to be. */

import { mentions, nearMentions } from './concepts.js';
import { begins, meant } from './guesses.js';
import { isKnown, isTyped, parted } from './parts.js';
import { bigrams, plainText } from './terms.js';
import { tokens } from './tokens.js';

/** @import {Index} from './gather.js' */
/** @import {Token} from './tokens.js' */

/**
 * One word of a query.
 * @typedef {object} Slot
 * @property {'word'|'han'|'number'|'phrase'|'begun'|'sign'} kind  a sign is one Han
 *   character of a longer run
 * @property {string} text  of a phrase its stems; of what is begun the word before it and it
 * @property {boolean} open  may be the beginning of a longer word: the last one, still being typed
 * @property {boolean} [within]  is part of a phrase, which says more
 * @property {boolean} [strange]  is known in none of the languages
 * @property {number} [sure]  how surely a phrase is meant
 */

/** More than a question has; what follows is not looked at. */
const MOST = 31;

/**
 * @param {readonly Index[]} indexes
 * @param {string} query
 * @returns {Slot[]}
 */
export function slots(indexes, query) {
  const found = tokens(query);
  const end = found.at(-1)?.end;
  const open = end === query.length;
  const best = found.filter(isBest(indexes, found));
  const result = best.flatMap(({ kind, text, end: last }, place) => {
    const slot = { kind, text, open: open && last === end };
    if (kind === 'han')
      return bigrams(text).map((two) => ({
        kind,
        text: two,
        open: slot.open && text.length === 1,
      }));
    if (kind !== 'word' || isKnown(indexes, slot)) return [slot];
    const parts = parted(indexes, slot, around(best, place));
    return parts.length === 1 && parts[0] === slot ? [{ ...slot, strange: true }] : parts;
  });
  const more = [...joined(indexes, result), ...begun(result), ...signs(result)];
  return [...withPhrases(indexes, halved(indexes, result)), ...more].slice(0, MOST);
}

/** Words to each side of another among which one that says something is sought. */
const AROUND = 2;

/**
 * @param {readonly Token[]} all
 * @param {number} place
 */
const around = (all, place) =>
  all
    .slice(Math.max(0, place - AROUND), place + AROUND + 1)
    .filter((token) => token.kind === 'word' && token !== all[place])
    .map(({ text }) => text);

/**
 * The words, and the phrases among them that are called by other names too.
 * @param {readonly Index[]} indexes
 * @param {Slot[]} words
 * @returns {Slot[]}
 */
function withPhrases(indexes, words) {
  /** @type {Map<string, Slot>} */
  const phrases = new Map();
  /** @type {Set<number>} */
  const within = new Set();
  const unsure = words.map((slot) => slot.kind === 'word' && (slot.open || !isKnown(indexes, slot)));
  for (const { analysis, concepts } of indexes) {
    const terms = words.map(({ kind, text }) =>
      isTyped(kind) ? analysis.term(kind, text) : null,
    );
    const whole = terms.map((term) => term?.stem ?? null);
    const saying = terms.map((term) => (term && !term.stop ? term.stem : null));
    const near = (/** @type {number} */ place, /** @type {string} */ stem) => {
      const term = terms[place];
      return term && unsure[place] ? meant(term, stem, words[place]?.open ?? false) : 0;
    };
    for (const { name, places } of [whole, saying].flatMap((row) => mentions(concepts, row))) {
      phrases.set(name, { kind: 'phrase', text: name, open: false });
      for (const place of places) within.add(place);
    }
    for (const { name, sure } of [whole, saying].flatMap((row) => nearMentions(concepts, row, near))) {
      if ((phrases.get(name)?.sure ?? (phrases.has(name) ? 1 : 0)) >= sure) continue;
      phrases.set(name, { kind: 'phrase', text: name, open: false, sure });
    }
  }
  const parts = words.map((slot, place) => (within.has(place) ? { ...slot, within: true } : slot));
  return [...parts, ...phrases.values()];
}

/**
 * Of the readings of one number, the first that stands anywhere; all of them where none does.
 * @param {readonly Index[]} indexes
 * @param {Token[]} found
 */
function isBest(indexes, found) {
  /** @type {Map<number, string>} */
  const best = new Map();
  for (const token of found) {
    if (token.kind === 'number' && !best.has(token.start) && isKnown(indexes, token)) {
      best.set(token.start, token.text);
    }
  }
  return (/** @type {Token} */ { start, text }) => (best.get(start) ?? text) === text;
}

/** Letters of two words beside which they are joined. */
const SHORTEST_JOINED = 3;

/**
 * "france connect" as "franceconnect", where that is a word.
 * @param {readonly Index[]} indexes
 * @param {Slot[]} asked
 * @returns {Slot[]}
 */
function joined(indexes, asked) {
  return asked.slice(1).flatMap((slot, before) => {
    const first = asked[before];
    if (first?.kind === 'han' || slot.kind === 'han') return [];
    const whole = {
      ...slot,
      kind: /** @type {const} */ ('word'),
      text: (first?.text ?? '') + slot.text,
      open: false,
    };
    if (whole.text.length > SHORTEST_JOINED || isOneWord(first, slot)) {
      if (isKnown(indexes, whole)) return [whole];
    }
    return isSplit(indexes, first, slot) && isBegun(indexes, whole.text) ? [{ ...whole, open: true }] : [];
  });
}

/**
 * Whether two words are the halves of one that is still being typed: "psy chol".
 * @param {readonly Index[]} indexes
 * @param {Slot|undefined} first
 * @param {Slot} second
 */
const isSplit = (indexes, first, second) =>
  first !== undefined &&
  second.open &&
  first.text.length > 1 &&
  first.text.length + second.text.length > SHORTEST_JOINED + 1 &&
  !(isKnown(indexes, first) && isKnown(indexes, second));

/**
 * @param {readonly Index[]} indexes
 * @param {string} text
 */
const isBegun = (indexes, text) =>
  indexes.some((index) => begins(index, index.analysis.term('word', text)?.plain ?? ''));

/** The letters before and after an apostrophe of Ukrainian, for which a space is typed: "сім я". */
const BEFORE_APOSTROPHE = /[бвгджзклмнпрстфхцчшщ]$/i;
const AFTER_APOSTROPHE = /^[яюєї]/i;

/**
 * @param {Slot|undefined} first
 * @param {Slot} second
 */
const isOneWord = (first, second) =>
  AFTER_APOSTROPHE.test(second.text) && BEFORE_APOSTROPHE.test(first?.text ?? '');

/**
 * The words, without the halves of one that was split where no word is: "sécu rité" is neither.
 * @param {readonly Index[]} indexes
 * @param {Slot[]} words
 */
function halved(indexes, words) {
  /** @type {Set<Slot>} */
  const halves = new Set();
  words.slice(1).forEach((slot, before) => {
    const first = /** @type {Slot} */ (words[before]);
    if (!joined(indexes, [first, slot]).length) return;
    if (isKnown(indexes, first) && isKnown(indexes, slot) && !isOneWord(first, slot)) return;
    halves.add(first).add(slot);
  });
  return words.filter((slot) => !halves.has(slot));
}

/**
 * The last two words, of which the second may go on: "carte v".
 * @param {readonly Slot[]} asked
 * @returns {Slot[]}
 */
function begun(asked) {
  const [first, last] = asked.slice(-2);
  if (first?.kind !== 'word' || last?.kind !== 'word' || !last.open) return [];
  return [{ kind: 'begun', text: `${first.text} ${last.text}`, open: false }];
}

/**
 * Single Han characters: many words for one thing share one.
 * @param {readonly Slot[]} asked
 * @returns {Slot[]}
 */
function signs(asked) {
  const all = asked.filter(({ kind, text }) => kind === 'han' && text.length > 1);
  const single = new Set(all.flatMap(({ text }) => [...text]));
  return [...single].map((text) => ({ kind: /** @type {const} */ ('sign'), text, open: false }));
}

/**
 * The query as the names of the glossary's words are written in an index.
 * @param {Index} index
 * @param {string} query
 */
export const plainQuery = (index, query) => plainText(index.analysis, query);
