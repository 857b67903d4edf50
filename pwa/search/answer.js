/** Answers a query: what was found, as a page shows it. */

import { excerpt } from './excerpt.js';
import { find } from './find.js';
import { sayingStems } from './gather.js';
import { marker } from './marks.js';
import { nearest } from './nearest.js';
import { isTyped } from './parts.js';
import { plainQuery, slots } from './query.js';

/** @import {Entry} from './entries.js' */
/** @import {Find, Found, Result, Who} from './messages.js' */
/** @import {Index} from './gather.js' */
/** @import {Language, Library} from './library.js' */
/** @import {Slot} from './query.js' */

/** Results that a reader may look through. */
const MOST = 20;
/** What has less than this share of the best score is not worth showing. */
const LEAST = 0.12;
/** Where the glossary's word stands at the latest that a question is about, counted from 0. */
const AT_LATEST = 2;

/**
 * @param {Library} library
 * @param {Omit<Find, 'type'>} asked
 * @returns {Found}
 */
export function answer(library, { number, query, who }) {
  const { languages, indexes } = library;
  const asked = slots(indexes, query);
  const named = places(languages, query);
  const told = named.length ? [] : mentioned(indexes, asked);
  const found = find(indexes, asked, library.places, MOST + named.length);
  const best = found[0]?.score ?? 0;
  const worthy = found.filter(
    ({ place, score }) => score >= best * LEAST && !named.includes(place),
  );
  const shown = [...named, ...worthy.map(({ place }) => place)];
  for (const place of told) {
    const at = shown.indexOf(place);
    if (at > AT_LATEST) shown.splice(AT_LATEST, 0, ...shown.splice(at, 1));
    else if (at < 0) shown.splice(AT_LATEST, 0, place);
  }
  shown.length = Math.min(shown.length, MOST);
  const mark = marker(indexes, asked);
  const results = shown.flatMap((place) => result(languages, place, mark, who) ?? []);
  return { type: 'found', number, results, near: results.length ? [] : nearest(library, query) };
}

/**
 * The glossary's word that the query is, if it is one and nothing more.
 * @param {readonly Language[]} languages
 * @param {string} query
 * @returns {number[]} at most one place
 */
function places(languages, query) {
  for (const { index } of languages) {
    const place = index.named.get(plainQuery(index, query));
    if (place !== undefined) return [place];
  }
  return [];
}

/**
 * The same where words that say little are beside it: "what is the caf"; or where the query is
 * another name of it, as the glossary or the groups of words have it.
 * @param {readonly Index[]} indexes
 * @param {readonly Slot[]} asked
 * @returns {number[]} at most one place
 */
function mentioned(indexes, asked) {
  for (const { analysis, named, called, concepts } of indexes) {
    const terms = asked.map(({ kind, text }) => (isTyped(kind) ? analysis.term(kind, text) : null));
    const saying = terms.flatMap((term) => (term && !term.stop ? [term.plain] : []));
    const stems = sayingStems(terms);
    const others = (concepts.others.get(stems) ?? []).map((phrase) => phrase.join(' '));
    const places = [named.get(saying.join(' ')), ...[stems, ...others].map((name) => called.get(name))];
    const place = places.find((each) => each !== undefined);
    if (place !== undefined) return [place];
  }
  return [];
}

/**
 * @param {readonly Language[]} languages
 * @param {number} place
 * @param {ReturnType<typeof marker>} mark
 * @param {Who} who
 * @returns {Result|null} null for an entry that the reader's language does not have
 */
function result(languages, place, mark, who) {
  const entry = languages[0]?.entries.get(place);
  if (!entry) return null;
  const title = { text: entry.title, lang: entry.titleLang, marks: mark.in(0, entry.title) };
  const short = { text: entry.short, lang: entry.shortLang, marks: mark.in(0, entry.short) };
  const { id, kind, address, topic, state } = entry;
  const why = excerpt(languages, place, mark, [title.text, short.text]);
  return { id, kind, address, title, short, topic, state, fits: fits(entry, who), why };
}

/**
 * @param {Entry} entry
 * @param {Who} who
 */
const fits = ({ audiences, nationalities }, { audience, nationality }) =>
  (!audience || !audiences.length || audiences.includes(audience)) &&
  (!nationality || !nationalities.length || nationalities.includes(nationality));
