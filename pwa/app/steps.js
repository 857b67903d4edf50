/** Fetches the script of the steps, on the pages that have use for it. */

import { read } from './settings.js';

const ADDRESS = /^\/assets\/steps\.[0-9a-f]{16}\.js$/;

/**
 * On the start page it is fetched only for readers who have said something about themselves.
 * @returns {Promise<unknown>|null} ends when the page is as this reader sees it; null where it is
 *   so already
 */
export function steps() {
  const root = document.querySelector('[data-steps]');
  const { steps: address = '' } = root instanceof HTMLElement ? root.dataset : {};
  if (!root || !ADDRESS.test(address)) return null;
  const isSaid = ['who', 'days', 'ticks'].some((name) => read('localStorage', name));
  if (root.matches('.next') && !isSaid) return null;
  return import(address).then((module) => module.start(root));
}
