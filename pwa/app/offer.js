/** Offers to put the guide on the home screen, once it has shown what it is good for. */

import { installer } from './install.js';
import { readOpenings } from './opened.js';
import { read, write } from './settings.js';

/** @import {Status} from '../worker/messages.js' */

const NAME = 'install-refused';
/** So many different answers were of use, before anything is asked of the reader. */
const ENOUGH = 3;

/**
 * What to offer: the browser's own dialogue, the explanation, or nothing. Never before the guide
 * is kept and was of use, nor once it was refused.
 * @param {object} reader
 * @param {Partial<Record<string, boolean>>} reader.facts  of `installFacts`
 * @param {boolean} reader.kept  whether the guide opens without network
 * @param {number} reader.opened  how many answers were opened
 * @param {boolean} reader.refused
 * @returns {'install'|'how'|null}
 */
export function offerFor({ facts, kept, opened, refused }) {
  if (refused || !kept || opened < ENOUGH || facts['installed']) return null;
  if (facts['prompt']) return 'install';
  return facts['ios'] || facts['in-app'] ? 'how' : null;
}

/** @returns {((status: Status) => void)|null} to be told what is kept */
export function offer() {
  const box = document.querySelector('[data-offer]');
  if (!box) return null;
  let kept = false;
  /** @type {Partial<Record<string, boolean>>} */
  let facts = {};
  const update = () => {
    const opened = Object.keys(readOpenings()).length;
    const refused = read('localStorage', NAME) !== null;
    const offered = offerFor({ facts, kept, opened, refused });
    for (const each of box.querySelectorAll('[data-do]')) {
      const act = each.getAttribute('data-do');
      each.toggleAttribute('hidden', act !== 'refuse' && act !== offered);
    }
    box.toggleAttribute('hidden', !offered);
  };
  const install = installer((now) => {
    facts = now;
    update();
  });
  box.addEventListener('click', ({ target }) => {
    const act = target instanceof Element && target.closest('[data-do]')?.getAttribute('data-do');
    if (act === 'refuse') write('localStorage', NAME, '1');
    if (act === 'install') void install().then(update);
    else update();
  });
  return (status) => {
    kept = status.release !== null;
    update();
  };
}
