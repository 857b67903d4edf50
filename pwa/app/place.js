/**
 * Keeps the reader's place when the language changes: the same block at the same height, the
 * search words, and the language menu in focus. `data-block` names a block in all languages.
 */

import { codeOf } from './languages.js';
import { read, write } from './settings.js';

const NAME = 'place';
/** A place is for the page that follows at once, not for one that is opened some time later. */
const FRESH = 60_000;

/**
 * @typedef {object} Place
 * @property {string} rest  address without its language
 * @property {string|null} block  null at the very top of a page
 * @property {number} offset  see `offsetOf`
 * @property {boolean} byKey  whether the link was followed by keyboard
 * @property {number} at
 */

/** @typedef {Pick<DOMRect, 'top'|'bottom'|'height'>} Box */

/**
 * The block that the reader sees first: the innermost one that reaches below the line `inset`.
 * @template {{getBoundingClientRect(): Box, contains(other: any): boolean}} Block
 * @param {Iterable<Block>} blocks  in document order
 * @param {number} inset  height of what lies over the top of the page
 * @returns {Block|undefined}
 */
export function firstSeen(blocks, inset) {
  let found;
  for (const block of blocks) {
    const { bottom, height } = block.getBoundingClientRect();
    if (!height || bottom <= inset) continue;
    if (found && !found.contains(block)) break;
    found = block;
  }
  return found;
}

/**
 * Where a block lies: pixels below the line, or, where it began above, the share of it that is
 * hidden, as a negative number. A paragraph has another height in another language.
 * @param {Box} box
 * @param {number} inset
 */
export function offsetOf({ top, height }, inset) {
  const offset = top - inset;
  return offset < 0 ? offset / height : offset;
}

/**
 * How far the page must be scrolled for a block to lie at an offset.
 * @param {Box} box
 * @param {number} inset
 * @param {number} offset
 */
export const distance = ({ top, height }, inset, offset) =>
  top - inset - (offset < 0 ? offset * height : offset);

/** @param {string} path */
const restOf = (path) => path.slice((codeOf(path) ?? '').length + 1);

const inset = () =>
  Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;

/** @returns {NodeListOf<HTMLElement>} */
const allBlocks = () => document.querySelectorAll('[data-block], .steps > li');

/** @param {HTMLElement} element */
const keyOf = (element) => element.dataset['block'] ?? element.id;

/**
 * Call when a language link is followed.
 * @param {HTMLAnchorElement} link
 * @param {boolean} byKey
 */
export function rememberPlace(link, byKey) {
  if (!link.search) link.search = location.search;
  const line = inset();
  const block = scrollY > 0 ? firstSeen(allBlocks(), line) : undefined;
  /** @type {Place} */
  const place = {
    rest: restOf(link.pathname),
    block: block ? keyOf(block) : null,
    offset: block ? offsetOf(block.getBoundingClientRect(), line) : 0,
    byKey,
    at: Date.now(),
  };
  write('sessionStorage', NAME, JSON.stringify(place));
}

/**
 * The remembered place, once; null where it is for another page.
 * @returns {Place|null}
 */
function takePlace() {
  const text = read('sessionStorage', NAME);
  if (!text) return null;
  write('sessionStorage', NAME, null);
  try {
    const place = JSON.parse(text);
    const fresh = Date.now() - place.at < FRESH;
    return fresh && place.rest === restOf(location.pathname) ? place : null;
  } catch {
    return null; // written by a version that spelt it otherwise
  }
}

/** Call as early as the page's elements exist: what is done before the first paint is not seen. */
export function restorePlace() {
  const place = takePlace();
  if (!place) return;
  const block = [...allBlocks()].find((each) => keyOf(each) === place.block);
  if (block) {
    const line = inset();
    const move = () =>
      scrollBy({
        top: distance(block.getBoundingClientRect(), line, place.offset),
        behavior: 'instant',
      });
    move();
    // Once more when the page has been laid out for good, unless the reader has moved since.
    const there = scrollY;
    requestAnimationFrame(() => scrollY === there && move());
  }
  const menu = document.querySelector('[aria-current][data-language]')?.closest('details');
  const focus = { preventScroll: true, focusVisible: place.byKey };
  menu?.querySelector('summary')?.focus(focus);
}
