/** Answers with files that are named by their content: with the bytes of their names, or not at all. */

import { network } from './network.js';
import { hasItsName, openStore, readNamed } from './store.js';

/** @import {World} from './world.js' */

/**
 * A file as it is kept, else as the network sends it. The browser's own cache is passed by where it
 * holds wrong bytes: files are served as immutable, so that it would hold them for a year.
 * @param {World} world
 * @param {Request} request
 * @param {URL} url
 * @returns {Promise<Response|null>} null for what the browser may ask itself: a file opened as a page
 */
export async function file(world, request, { pathname }) {
  const kept = await openStore(world)
    .then((cache) => readNamed(cache, pathname))
    .catch(() => null);
  if (kept || request.mode === 'navigate') return kept ?? null;
  for (const cache of /** @type {const} */ (['default', 'reload'])) {
    const response = await network(world, request, world.limits.nothing, { cache });
    if (!response) break;
    if (!response.ok || (await hasItsName(pathname, response))) return response;
  }
  return Response.error();
}
