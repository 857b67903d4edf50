/**
 * Has the worker ready before it is asked: between the press on a link and its release there is time
 * to start it, and to have it read the language that the link leads to.
 */

import { remembered } from './cleared.js';
import { codeOf } from './languages.js';

/**
 * Call with presses on the page.
 * @param {Event} event
 */
export function readAhead({ target }) {
  const pressed = target instanceof Element && target.closest('a[href], .languages summary');
  // On the first visit the worker is there, but this page does not ask it.
  if (!pressed || !navigator.serviceWorker?.controller) return;
  // Whoever opens the menu of languages will need the worker soon, for whichever it will be.
  const { origin, pathname } = pressed instanceof HTMLAnchorElement ? pressed : location;
  const code = origin === location.origin ? codeOf(pathname) : null;
  if (code && remembered()?.languages.includes(code)) void fromPhone(pathname);
}

/**
 * Asks the phone for a page, and never the network. What comes is thrown away: what the page is made
 * of is then in the worker's memory.
 * @param {string} address
 */
async function fromPhone(address) {
  const request = /** @type {const} */ ({ cache: 'only-if-cached', mode: 'same-origin' });
  const answer = await fetch(address, request).catch(() => null);
  void answer?.body?.cancel();
}
