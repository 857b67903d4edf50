/** The texts of an answer, one by one: what is shown in another language beside it, or read aloud. */

const LEAVES = 'h1, .short, section :is(h2, h3, p, th, td, li)';
/** What within a text has texts of its own. */
export const BLOCKS = 'ul, ol, p, div';
/** What is no text of its own element. */
const INNER = `:scope > :is(${BLOCKS}), .other`;

/**
 * The elements that hold a text of their own, in the order of the page in every language.
 * @param {Element} article
 * @returns {HTMLElement[]}
 */
export function leaves(article) {
  /** @type {NodeListOf<HTMLElement>} */
  const found = article.querySelectorAll(LEAVES);
  return [...found].map((leaf) => leaf.querySelector(':scope > label > span') ?? leaf);
}

/**
 * A copy of what a text consists of, without links: what it is copied for leads nowhere.
 * @param {Element} leaf
 * @returns {DocumentFragment}
 */
export function textOf(leaf) {
  const copy = /** @type {Element} */ (document.importNode(leaf, true));
  for (const inner of copy.querySelectorAll(INNER)) inner.remove();
  for (const link of copy.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const marked of copy.querySelectorAll('[id]')) marked.removeAttribute('id');
  const fragment = document.createDocumentFragment();
  fragment.append(...copy.childNodes);
  return fragment;
}

/**
 * BCP 47 tag of a text.
 * @param {Element} leaf
 */
export const langOf = (leaf) =>
  leaf.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
