/** Talks with the search worker (../search/messages.js): the newest query, one at a time. */

import { scriptURL } from './trust.js';

/** @import {Find, Found, Reply, Who} from '../search/messages.js' */

/**
 * @typedef {object} Finder
 * @property {(query: string, who: Who) => void} find
 */

/**
 * Starts the worker, which makes the guide ready to be searched.
 * @param {string} address  of the worker's script
 * @param {string} code  of the reader's language
 * @param {object} on
 * @param {(found: Found) => void} on.found  not called for a query that a newer one overtook
 * @param {() => void} on.more  another language can be searched
 * @param {() => void} on.failed  nothing can be searched
 * @returns {Finder}
 */
export function finder(address, code, { found, more, failed }) {
  const worker = new Worker(scriptURL(address));
  /** @type {Omit<Find, 'type'|'number'>|null} */
  let next = null;
  let asked = 0;
  let answered = 0;
  const send = () => {
    if (!next || asked !== answered) return;
    asked += 1;
    worker.postMessage({ type: 'find', number: asked, ...next });
    next = null;
  };
  worker.addEventListener('error', failed);
  worker.addEventListener('message', (/** @type {MessageEvent<Reply>} */ { data }) => {
    if (data.type === 'failed') failed();
    else if (data.type === 'ready') more();
    else {
      answered = data.number;
      if (!next) found(data);
      send();
    }
  });
  worker.postMessage({ type: 'open', code });
  return {
    find(query, who) {
      next = { query, who };
      send();
    },
  };
}
