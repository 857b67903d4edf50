/** Explains a word of the glossary where it stands: a tap, no hovering. */

import { element } from './element.js';
import { pageAt } from '../other-page.js';
import { sheet } from './sheet.js';
import { word } from '../words.js';

/** What is taken from the page of a word, in this order. */
const PARTS = '.full, .said, .rendering, .explanation';

/**
 * @param {HTMLAnchorElement} link  to the page of the word
 */
export async function explain(link) {
  const page = await pageAt(link.pathname);
  const entry = typeof page === 'string' ? null : page.querySelector('article.entry');
  const term = entry?.querySelector('h1 > *');
  // The page then says itself why it is not there.
  if (!entry || !term) return location.assign(link.href);
  const more = element('a', { href: link.href, className: 'button' }, word('more-word'));
  const parts = [...entry.querySelectorAll(PARTS)].map((part) => document.importNode(part, true));
  sheet([document.importNode(term, true)], [...parts, element('p', {}, more)], link, 'entry');
}
