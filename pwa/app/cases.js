/** Puts the parts of an answer that are for the reader first, and the others one tap away. */

import { readWho } from './who.js';

/** @import {Who} from '../search/messages.js' */

/**
 * Whether a part is for others than the reader. Who said nothing is nobody in particular: every
 * part is for them.
 * @param {{audiences: string[], nationalities: string[]}} part
 * @param {Who} who
 */
export function isForOthers({ audiences, nationalities }, { audience, nationality }) {
  const excludes = (/** @type {string[]} */ keys, /** @type {string} */ own) =>
    own !== '' && keys.length > 0 && !keys.includes(own);
  return excludes(audiences, audience) || excludes(nationalities, nationality);
}

/** Folds what is for others, on an answer with cases. */
export function foldCases() {
  const who = readWho();
  const template = document.querySelector('template[data-others]');
  if (!(template instanceof HTMLTemplateElement)) return;
  for (const run of runs()) {
    const others = run.filter((section) => isForOthers(partOf(section), who));
    // All or nothing: then there is nothing to put first.
    if (!others.length || others.length === run.length) continue;
    const fold = /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));
    run.filter((section) => !others.includes(section)).at(-1)?.after(fold);
    fold.append(...others);
  }
  // On paper there is nothing to tap.
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('details.others')) fold.setAttribute('open', '');
  });
}

/** @returns {HTMLElement[][]} the parts for cases that stand beside each other */
function runs() {
  /** @type {HTMLElement[][]} */
  const found = [];
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('article > section.case')
  )) {
    const last = found.at(-1);
    if (last?.at(-1) === section.previousElementSibling) last?.push(section);
    else found.push([section]);
  }
  return found;
}

/** @param {HTMLElement} section */
function partOf({ dataset }) {
  const list = (/** @type {string|undefined} */ keys) => keys?.split(' ').filter(Boolean) ?? [];
  return { audiences: list(dataset['for']), nationalities: list(dataset['from']) };
}
