/** Says where an entry matched, when what is shown of it does not. */

import { BETWEEN_NAMES } from './gather.js';
import { count } from './typos.js';

/** @import {Language} from './library.js' */
/** @import {Marker} from './marks.js' */
/** @import {Marks, Why} from './messages.js' */

/** Characters that an excerpt may have, and how many of them before the first mark. */
const LONGEST = 150;
const BEFORE = 50;

/**
 * @param {readonly Language[]} languages
 * @param {number} place
 * @param {Marker} mark
 * @param {readonly string[]} shown  texts of the first language
 * @returns {Why|null}
 */
export function excerpt(languages, place, mark, shown) {
  const lacking = shown.reduce((bits, text) => bits & ~mark.bits(0, text), mark.asked);
  if (!lacking) return null;
  /** @type {{bits: number, order: number, where: Why['in'], text: string, lang: string}|null} */
  let best = null;
  for (const found of candidates(languages, place, mark)) {
    const bits = found.bits & lacking;
    if (bits && (!best || count(bits) > count(best.bits))) best = { ...found, bits };
    // The first that has all is the most telling one.
    if (bits === lacking) break;
  }
  if (!best) return null;
  const { text, marks } = cut(best.text, mark.in(best.order, best.text));
  return { in: best.where, text, lang: best.lang, marks };
}

/**
 * The texts of an entry that are not shown, the most telling first.
 * @param {readonly Language[]} languages
 * @param {number} place
 * @param {Marker} mark
 */
function* candidates(languages, place, mark) {
  for (const [order, { lang, index, entries }] of languages.entries()) {
    const entry = entries.get(place);
    if (!entry) continue;
    const other = order ? lang : '';
    const text = (/** @type {Why['in']} */ where, /** @type {string} */ words, own = '') => ({
      bits: mark.bits(order, words),
      order,
      where: order ? /** @type {const} */ ('language') : where,
      text: words,
      lang: own || other,
    });
    if (order) yield text('text', entry.title, entry.titleLang);
    for (const name of entry.names.split(BETWEEN_NAMES))
      if (name.trim()) yield text(entry.called.includes(name) ? 'name' : 'text', name.trim());
    if (order) yield text('text', entry.short, entry.shortLang);
    for (const [number, words] of (index.bodies.get(place) ?? []).entries()) {
      const block = entry.body[number];
      if (block && mark.bitsOf(order, words)) yield text('text', block.text, block.lang);
    }
  }
}

/**
 * The part of a long text around its first mark, at the edges of words.
 * @param {string} text
 * @param {Marks} marks
 * @returns {{text: string, marks: Marks}}
 */
export function cut(text, marks) {
  if (text.length <= LONGEST) return { text, marks };
  const first = marks[0]?.[0] ?? 0;
  let start = Math.max(0, Math.min(first - BEFORE, text.length - LONGEST));
  if (start) start = edge(text, start, first);
  let end = Math.min(text.length, start + LONGEST);
  if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), end - 20);
  const before = start ? '…' : '';
  const moved = before.length - start;
  return {
    text: `${before}${text.slice(start, end)}${end < text.length ? '…' : ''}`,
    marks: marks
      .filter(([from, to]) => from >= start && to <= end)
      .map(([from, to]) => [from + moved, to + moved]),
  };
}

/**
 * The beginning of a word after `start`, if there is one before `limit`.
 * @param {string} text
 * @param {number} start
 * @param {number} limit
 */
function edge(text, start, limit) {
  const space = text.indexOf(' ', start);
  return space >= 0 && space < limit ? space + 1 : start;
}
