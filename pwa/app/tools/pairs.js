/** Finds the texts of an answer that say the same in two languages, and puts them beside each other. */

import { element } from './element.js';
import { BLOCKS, leaves } from './leaves.js';

/**
 * The texts by the block they are in, which has the same key in every language.
 * @param {Element} article
 * @returns {Map<string, HTMLElement[]>}
 */
function byBlock(article) {
  /** @type {Map<string, HTMLElement[]>} */
  const found = new Map();
  for (const leaf of leaves(article)) {
    const key = leaf.closest('[data-block]')?.getAttribute('data-block') ?? leaf.tagName;
    found.set(key, [...(found.get(key) ?? []), leaf]);
  }
  return found;
}

/**
 * Each text of an article with the one that says the same in another article. A block that the
 * other lacks, or that has other parts there, is left alone: a wrong translation is worse than none.
 * @param {Element} article
 * @param {Element} other
 * @returns {[HTMLElement, HTMLElement][]}
 */
export function pairsOf(article, other) {
  const texts = byBlock(other);
  return [...byBlock(article)].flatMap(([key, own]) => {
    const theirs = texts.get(key) ?? [];
    const isSame = shape(own) === shape(theirs);
    return isSame
      ? own.map((leaf, place) => /** @type {[HTMLElement, HTMLElement]} */ ([leaf, theirs[place]]))
      : [];
  });
}

/**
 * What a block is made of. A document to tick has the same name in all languages (docs/steps.md).
 * @param {HTMLElement[]} texts
 */
const shape = (texts) =>
  texts.map((leaf) => `${leaf.tagName} ${tickOf(leaf)}`).join();

/** @param {HTMLElement} leaf */
const tickOf = (leaf) =>
  leaf.matches('label > span') ? (leaf.parentElement?.querySelector('input')?.dataset['tick'] ?? '') : '';

/**
 * Puts a text beside that of an element: the element's own words become one part, so that two
 * columns can be made of both.
 * @param {HTMLElement} leaf
 * @param {HTMLElement} part
 */
export function putBeside(leaf, part) {
  const own = element('span', { className: 'own' });
  const isWords = (/** @type {Node} */ node) => !(node instanceof Element && node.matches(BLOCKS));
  own.append(...[...leaf.childNodes].filter(isWords));
  leaf.prepend(element('span', { className: 'pair' }, own, part));
}

/** Takes all second texts away again. */
export function takeAway() {
  for (const pair of document.querySelectorAll('.pair'))
    pair.replaceWith(...(pair.querySelector('.own')?.childNodes ?? []));
}
