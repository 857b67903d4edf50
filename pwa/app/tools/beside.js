/** Shows an answer in a second language, paragraph by paragraph, as for somebody at a counter. */

import { codeOf } from '../languages.js';
import { langOf, leaves, textOf } from './leaves.js';
import { pageAt } from '../other-page.js';
import { element } from './element.js';
import { offerFullScreen } from './full-screen.js';
import { pairsOf, putBeside, takeAway } from './pairs.js';
import { read, write } from '../settings.js';
import { sheet } from './sheet.js';
import { word } from '../words.js';

const NAME = 'beside';
/** The language a page was in when another one was last shown beside it. */
const BEFORE = 'beside-before';
const PLACE = '.beside-bar select';

/** @typedef {{code: string, name: string, lang: string, dir: string}} Language */

/** @returns {Language[]} all but the page's own */
function otherLanguages() {
  /** @type {NodeListOf<HTMLAnchorElement>} */
  const links = document.querySelectorAll('a[data-language]');
  return [...links]
    .map((link) => ({
      code: link.dataset['language'] ?? '',
      name: link.textContent ?? '',
      lang: link.lang,
      dir: link.dir,
    }))
    .filter(({ code }) => code !== codeOf(location.pathname));
}

/**
 * The language to show: the one chosen, else the one the reader comes from, else the companion's.
 * @returns {Language|undefined}
 */
function chosen() {
  const wanted = [
    read('localStorage', NAME),
    read('localStorage', BEFORE),
    document.documentElement.dataset['companion'],
    read('localStorage', 'language'),
  ];
  const others = otherLanguages();
  const code = wanted.find((each) => others.some((other) => other.code === each));
  return others.find((other) => other.code === code) ?? others[0];
}

/**
 * Turns the second language on or off.
 * @param {HTMLElement} button
 */
export async function beside(button) {
  if (button.getAttribute('aria-pressed') === 'true') return off(button);
  const language = chosen();
  if (language) await on(button, language);
}

/** Shows the second language again on a page that follows one where it was on. */
export async function stayBeside() {
  const button = document.querySelector('[data-tool="beside"]');
  const language = chosen();
  if (button instanceof HTMLElement && language) await on(button, language);
}

/** @param {HTMLElement} button */
function off(button) {
  write('localStorage', NAME, null);
  delete document.documentElement.dataset[NAME];
  button.setAttribute('aria-pressed', 'false');
  clear();
  document.querySelector('article')?.classList.remove('paired');
}

function clear() {
  takeAway();
  document.querySelector('.beside-bar')?.remove();
}

/**
 * @param {HTMLElement} button
 * @param {Language} language
 */
async function on(button, language) {
  const article = document.querySelector('article');
  const rest = location.pathname.slice((codeOf(location.pathname) ?? '').length + 1);
  const page = await pageAt(`/${language.code}${rest}`);
  clear();
  button.setAttribute('aria-pressed', 'true');
  write('localStorage', NAME, language.code);
  write('localStorage', BEFORE, codeOf(location.pathname));
  const found = typeof page === 'string' ? null : page.querySelector('article');
  button.closest('.tools')?.after(bar(button, language, found));
  if (article && found) pair(article, found, language);
  article?.classList.add('paired');
}

/**
 * Puts each text of the other article beside the one it says the same as.
 * @param {Element} article
 * @param {Element} other
 * @param {Language} language
 */
function pair(article, other, language) {
  for (const [leaf, text] of pairsOf(article, other)) {
    if (!text.textContent?.trim()) continue;
    const lang = text.closest('article [lang]')?.getAttribute('lang') ?? language.lang;
    // Neither is translated, it stands there already, or it is a name or a number.
    if (lang === langOf(leaf) || (leaf.matches('h1') && hasTitle(article, lang))) continue;
    if (leaf.textContent?.trim() === text.textContent.trim()) continue;
    const part = element('span', { className: 'other', lang, dir: dirOf(text, language) });
    part.append(textOf(text));
    putBeside(leaf, part);
  }
}

/**
 * Whether the question is shown in a language already.
 * @param {Element} article
 * @param {string} lang
 */
const hasTitle = (article, lang) => article.querySelector('.companion')?.getAttribute('lang') === lang;

/**
 * @param {Element} text
 * @param {Language} language
 */
const dirOf = (text, { dir }) => text.closest('article [dir]:not(bdi)')?.getAttribute('dir') ?? dir;

/**
 * The choice of the language, and the way to show it large.
 * @param {HTMLElement} button
 * @param {Language} language
 * @param {Element|null} other
 */
function bar(button, language, other) {
  const options = otherLanguages().map(({ code, name, lang }) =>
    element('option', { value: code, lang, selected: code === language.code }, name),
  );
  const select = element('select', {}, ...options);
  select.addEventListener('change', () => {
    const next = otherLanguages().find(({ code }) => code === select.value);
    // The bar is made anew: the choice keeps the focus.
    const focus = () => /** @type {HTMLElement|null} */ (document.querySelector(PLACE))?.focus();
    if (next) void on(button, next).then(focus);
  });
  const label = element('label', {}, word('beside'), ' ', select);
  if (!other) return element('div', { className: 'beside-bar' }, label, word('beside-unread'));
  const large = element('button', { type: 'button' }, word('large'));
  large.addEventListener('click', () => showLarge(large, other, language));
  return element('div', { className: 'beside-bar' }, label, ' ', large);
}

/**
 * The number of a text in its list, so that steps can be pointed at; nothing for any other.
 * @param {Element} leaf
 */
function numberOf(leaf) {
  const list = leaf.matches('ol > li') ? leaf.parentElement : null;
  return list ? `${[...list.children].indexOf(leaf) + 1}. ` : '';
}

/**
 * The other language alone, in type that can be read across a counter.
 * @param {HTMLElement} opener
 * @param {Element} other
 * @param {Language} language
 */
function showLarge(opener, other, language) {
  /** @type {Map<Element, HTMLElement>} a row of a table is one line: its cells say something together */
  const rows = new Map();
  const parts = leaves(other).flatMap((leaf) => {
    const row = leaf.closest('tr');
    const begun = row && rows.get(row);
    begun?.append(' · ', textOf(leaf));
    if (begun) return [];
    const name = leaf.matches('h1, h2, h3') ? 'h3' : 'p';
    const lang = leaf.closest('article [lang]')?.getAttribute('lang') ?? language.lang;
    const made = element(name, { lang, dir: dirOf(leaf, language) }, numberOf(leaf), textOf(leaf));
    if (row) rows.set(row, made);
    return [made];
  });
  const title = element('span', { lang: language.lang, dir: language.dir }, language.name);
  const shown = parts.filter((part) => part.textContent?.trim());
  offerFullScreen(sheet([title], shown, opener, 'large'));
}
