/** Leaves out the cross-fade where it is in the way: the same page in another language is wanted at once. */

import { restOf } from '../worker/compose.js';

/** Call once. Browsers without View Transitions have no such event, or no transition in it. */
export function hardLanguageSwitch() {
  addEventListener('pageswap', ({ activation, viewTransition }) => {
    const next = activation?.entry.url;
    if (next && restOf(new URL(next).pathname) === restOf(location.pathname))
      viewTransition?.skipTransition();
  });
}
