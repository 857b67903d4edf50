/** When: the messages of the search worker. */

import { answer } from './answer.js';
import { Library } from './library.js';
import { choose, packText } from './packs.js';

/** @import {Find, Reply, Request} from './messages.js' */

const scope = /** @type {DedicatedWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const world = {
  caches: scope.caches,
  fetch: (/** @type {string} */ address, /** @type {RequestInit} */ init = {}) =>
    scope.fetch(address, init),
};

/** By release: a page that stays open while the guide is updated asks for its language anew. */
/** @type {{id: string, library: Library}|null} */
let here = null;
/** @type {Find|null} the newest query that came before anything could be searched */
let waiting = null;

const reply = (/** @type {Reply} */ message) => scope.postMessage(message);

scope.addEventListener('message', (/** @type {MessageEvent<Request>} */ { data }) => {
  if (data.type === 'open') void open(data.code);
  else if (here?.library.languages.length) reply(answer(here.library, data));
  else waiting = data;
});

/**
 * Makes a language and those beside it ready, one after the other, so that a query waits for the
 * reader's language only.
 * @param {string} code
 */
async function open(code) {
  try {
    const { release, codes } = await choose(world, code);
    if (here?.id !== release.id) here = { id: release.id, library: new Library(release.companion) };
    const { library } = here;
    for (const wanted of codes) {
      if (library.languages.some((language) => language.code === wanted)) continue;
      library.add(await packText(world, release, wanted));
      reply({ type: 'ready', languages: library.languages.map((language) => language.code) });
      if (waiting) reply(answer(library, waiting));
      waiting = null;
    }
  } catch {
    if (!here?.library.languages.length) reply({ type: 'failed' });
  }
}
