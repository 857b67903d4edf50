/** What can be found in a pack: its answers, and the words, steps and topics beside them. */

import { blocks } from './html.js';

/** @import {Block} from './html.js' */
/** @import {Lexicon} from './languages.js' */

/** @typedef {'answer'|'word'|'step'|'topic'|'page'} Kind */

/**
 * @typedef {object} Entry
 * @property {string} id  the same in all languages: "health/lost", "word:caf", "step:register"
 * @property {Kind} kind
 * @property {string} address  where a tap leads
 * @property {string} title
 * @property {string} short
 * @property {string} titleLang  BCP 47 tag where the title is not in the pack's language, else ''
 * @property {string} shortLang
 * @property {string} topic  the topic's title, or empty
 * @property {string} state  of its texts
 * @property {string} names  what else it is called, and what is typed for it, separated by commas
 * @property {string} called  of a word: what of this its page says
 * @property {string} full  of a word: what its sigle stands for, else empty
 * @property {string[]} audiences  whom it is for, nobody in particular where empty
 * @property {string[]} nationalities
 * @property {Block[]} body
 */

/**
 * @typedef {object} Library
 * @property {string} code
 * @property {string} lang  BCP 47 tag
 * @property {Lexicon} lexicon
 * @property {Entry[]} entries
 */

/** @typedef {{address: string, title: string, description: string, fragment: string,
 *   state: string, search: Record<string, string>}} Page */

const SCHEMA = 1;
/** Classes of what stands on an answer and is not its text. */
const BESIDE = new Set(['path', 'state', 'companion', 'tools']);
/** What steps ask for, on a page beside theirs. */
const PAPERS = /^\/[^/]+\/steps\/documents\/$/;
/** Pages without a text of their own to find: home, and those that are made of the reader's own. */
const EMPTY = /^\/[^/]+\/(?:|404\.html|search\/|saved\/|phone\/)$/;

/**
 * The entries of a pack. Throws a SyntaxError for a text that is no pack.
 * @param {string} text
 * @returns {Library}
 */
export function readPack(text) {
  const [first, ...lines] = text.trimEnd().split('\n');
  const header = JSON.parse(first ?? '');
  if (header.schema !== SCHEMA) throw new SyntaxError(`a pack of schema ${header.schema}`);
  const pages = lines.map((line) => /** @type {Page} */ (JSON.parse(line)));
  const titles = new Map(pages.map((page) => [page.address, page.title]));
  const papers = pages.find((page) => PAPERS.test(page.address))?.fragment ?? '';
  const entries = pages
    .filter((page) => !EMPTY.test(page.address))
    .flatMap((page) => entriesOf(page, titles, papers));
  return { code: header.code, lang: header.lang, lexicon: header.search ?? {}, entries };
}

/**
 * @param {Page} page
 * @param {Map<string, string>} titles  of all pages, by address
 * @param {string} papers  the documents of all steps, by the same keys as the steps
 * @returns {Entry[]}
 */
function entriesOf(page, titles, papers) {
  const [, , topic, question] = page.address.split('/');
  const found = blocks(page.fragment);
  if (PAPERS.test(page.address)) return [];
  if (topic === 'words') return question ? [word(page, question, found)] : [];
  if (topic && question) return [answer(page, `${topic}/${question}`, titles, found)];
  if (topic === 'steps') return parts([...found, ...blocks(papers)]).map((part) => step(page, part));
  if (topic !== 'about') return [entry(page, { id: `topic:${topic}`, kind: 'topic' })];
  return [
    entry(page, { id: 'page:about', kind: 'page', body: found.filter(({ tag }) => tag !== 'h1') }),
  ];
}

/**
 * @param {Page} page
 * @param {Partial<Entry> & Pick<Entry, 'id'|'kind'>} own
 * @returns {Entry}
 */
const entry = (page, own) => ({
  address: page.address,
  title: page.title,
  short: page.description,
  titleLang: '',
  shortLang: '',
  topic: '',
  state: page.state,
  names: '',
  called: '',
  full: '',
  audiences: [],
  nationalities: [],
  body: [],
  ...own,
});

/**
 * @param {Page} page
 * @param {string} id
 * @param {Map<string, string>} titles
 * @param {Block[]} found
 */
function answer(page, id, titles, found) {
  const { keywords = '', for: audiences = '', from = '' } = page.search;
  const title = found.find((block) => block.tag === 'h1');
  const short = found.find((block) => block.mark === 'short');
  const home = page.address.replace(/[^/]+\/$/, '');
  const body = found.filter((block) => block !== title && block !== short && !BESIDE.has(block.mark));
  return entry(page, {
    id,
    kind: 'answer',
    titleLang: title?.lang ?? '',
    shortLang: short?.lang ?? '',
    topic: titles.get(home) ?? '',
    names: keywords,
    audiences: list(audiences),
    nationalities: list(from),
    body,
  });
}

/** @param {string} text */
const list = (text) => text.split(' ').filter(Boolean);

/**
 * The blocks of each entry of a list, by their common key.
 * @param {Block[]} found
 * @returns {{key: string, blocks: Block[]}[]}
 */
function parts(found) {
  /** @type {Map<string, Block[]>} */
  const byKey = new Map();
  for (const block of found) {
    if (!block.key) continue;
    const known = byKey.get(block.key);
    if (known) known.push(block);
    else byKey.set(block.key, [block]);
  }
  return [...byKey].map(([key, own]) => ({ key, blocks: own }));
}

/**
 * @param {Page} page
 * @param {string} key
 * @param {Block[]} found
 */
function word(page, key, found) {
  const part = (/** @type {string} */ mark) => found.find((block) => block.mark.split(' ')[0] === mark);
  const full = part('full')?.text ?? '';
  const explanation = part('explanation');
  const called = [full, part('rendering')?.text, page.search['aliases']].filter(Boolean).join(', ');
  return entry(page, {
    id: `word:${key}`,
    kind: 'word',
    short: explanation?.text ?? '',
    shortLang: explanation?.lang ?? '',
    full,
    called,
    names: [called, page.search['keywords']].filter(Boolean).join(', '),
  });
}

/**
 * @param {Page} page
 * @param {{key: string, blocks: Block[]}} part
 */
function step(page, { key, blocks: own }) {
  const title = own.find((block) => block.tag === 'h3');
  const when = own.find((block) => block.mark === 'when');
  const rest = own.filter((block) => block !== title && block !== when);
  const [audiences = '', nationalities = ''] = (page.search[key] ?? '').split(';');
  return entry(page, {
    id: `step:${key}`,
    kind: 'step',
    address: `${page.address}#${key}`,
    title: title?.text ?? '',
    titleLang: title?.lang ?? '',
    short: when?.text ?? '',
    audiences: list(audiences),
    nationalities: list(nationalities),
    body: rest,
  });
}
