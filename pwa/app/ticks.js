/**
 * What the reader has ticked: documents of an answer, steps and their documents. It stays on this
 * phone, under names that are the same in all languages (server/livret/tick.py).
 */

import { restOf } from '../worker/compose.js';
import { read, write } from './settings.js';

const NAME = 'ticks';
/** "arriving/register#k3f", "steps#register", "steps/register#k3f" */
export const TICK = /^[a-z0-9]+(?:[/-][a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @returns {Set<string>} */
export function readTicks() {
  try {
    const ticks = JSON.parse(read('localStorage', NAME) ?? '[]');
    return new Set(Array.isArray(ticks) ? ticks.filter((tick) => TICK.test(tick)) : []);
  } catch {
    return new Set();
  }
}

/** @param {Set<string>} ticks */
export function writeTicks(ticks) {
  write('localStorage', NAME, ticks.size ? JSON.stringify([...ticks].sort()) : null);
}

/**
 * The name under which a box is remembered: the answer or the step that it stands in, and the box.
 * @param {Element} box  with `data-tick`
 */
export function tickOf(box) {
  const step = box.closest('.steps > li')?.id;
  const name = box.getAttribute('data-tick');
  if (!step) return `${restOf(location.pathname).slice(1, -1)}#${name}`;
  return name === step ? `steps#${step}` : `steps/${step}#${name}`;
}

/** Shows on this page what was ticked. Can be called again. */
export function showTicks() {
  const ticks = readTicks();
  /** @type {NodeListOf<HTMLInputElement>} */
  const boxes = document.querySelectorAll('input[data-tick]');
  for (const box of boxes) box.checked = ticks.has(tickOf(box));
}

/** Shows and remembers the ticks of this page, also those that are set in another tab. */
export function keepTicks() {
  showTicks();
  document.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.dataset['tick']) return;
    const ticks = readTicks();
    ticks[target.checked ? 'add' : 'delete'](tickOf(target));
    writeTicks(ticks);
    showTicks(); // a document can be named twice on a page
  });
  addEventListener('storage', showTicks);
  addEventListener('pageshow', ({ persisted }) => persisted && showTicks());
}
