/** Small guides to search in tests. */

import { Library } from '../search/library.js';
import { answer } from '../search/answer.js';
import { lexicon } from '../lexicon.mjs';

/** @import {Found, Result, Who} from '../search/messages.js' */

/**
 * @typedef {object} Question
 * @property {string} id  "topic/question"
 * @property {string} title
 * @property {string} [short]
 * @property {string} [keywords]
 * @property {string} [body]  HTML
 * @property {string} [for]
 * @property {string} [from]
 * @property {string} [state]
 */

/**
 * @typedef {object} Glossary
 * @property {string} key
 * @property {string} term
 * @property {string} [full]
 * @property {string} [rendering]
 * @property {string} explanation
 * @property {string} [aliases]
 * @property {string} [keywords]
 */

/** @param {string} text */
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll("'", '&#39;');

/**
 * A pack as the templates make it.
 * @param {string} lang  BCP 47 tag
 * @param {Question[]} questions
 * @param {Glossary[]} [words]
 * @returns {string}
 */
export function packText(lang, questions, words = []) {
  const code = lang.split('-')[0];
  const pages = questions.map(
    ({ id, title, short = '', keywords, body = '', state = 'source', ...who }) => ({
      address: `/${code}/${id}/`,
      description: short,
      fragment:
        `<article>\n<p class="path"><a href="/${code}/x/">Topic</a></p>\n<h1>${escape(title)}</h1>` +
        `<p class="short" data-block="short">${escape(short)}</p><section>${body}</section>` +
        '<aside class="facts"><p>Checked on 23 November</p></aside>\n</article>',
      search: { ...(keywords && { keywords }), ...who },
      state,
      title,
    }),
  );
  const topics = [...new Set(questions.map(({ id }) => id.split('/')[0]))].map((topic) => ({
    address: `/${code}/${topic}/`,
    description: '',
    fragment: '<h1>x</h1>',
    search: {},
    state: 'source',
    title: `Topic ${topic}`,
  }));
  const glossary = words.map(
    ({ key, term, full = term, rendering = '', explanation, aliases, keywords }) => ({
      address: `/${code}/words/${key}/`,
      description: explanation,
      fragment:
        `<article class="entry">\n<h1><dfn>${term}</dfn></h1>` +
        (full === term ? '' : `<p class="full">${full}</p>`) +
        `<p class="rendering">${rendering}</p>\n` +
        `<p class="explanation" data-block="explanation">${escape(explanation)}</p></article>`,
      search: { ...(aliases && { aliases }), ...(keywords && { keywords }) },
      state: 'source',
      title: term,
    }),
  );
  const header = { schema: 1, code, lang, search: lexicon(code ?? '') };
  return [header, ...pages, ...topics, ...glossary]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}

/**
 * @param {...string} packs  the reader's language first
 * @returns {(query: string, who?: Partial<Who>) => Result[]}
 */
export const searcher = (...packs) => {
  const ask = asker(...packs);
  return (query, who) => ask(query, who).results;
};

/**
 * All that is told of a query: `near` too, where nothing was found.
 * @param {...string} packs  the reader's language first
 * @returns {(query: string, who?: Partial<Who>) => Found}
 */
export function asker(...packs) {
  const library = new Library('fr');
  for (const pack of packs) library.add(pack);
  return (query, who = {}) =>
    answer(library, { number: 1, query, who: { audience: '', nationality: '', ...who } });
}

/**
 * A guide whose pack tells the search about its language what is given.
 * @param {Record<string, string>|undefined} search
 * @param {Question[]} questions
 * @param {Glossary[]} [words]
 * @param {string} [lang]  BCP 47 tag
 */
export function telling(search, questions, words = [], lang = 'en') {
  const [first = '', ...pages] = packText(lang, questions, words).split('\n');
  return searcher([JSON.stringify({ ...JSON.parse(first), search }), ...pages].join('\n'));
}

/**
 * @param {Result[]} results
 * @returns {string[]}
 */
export const ids = (results) => results.map(({ id }) => id);
