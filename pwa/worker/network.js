/** Asks the network for what a page wants, for a limited time. */

/** @import {World} from './world.js' */

/**
 * What the network says within a time, or null. The request is not aborted: a navigation that is
 * given a signal is no navigation any more.
 * @param {World} world
 * @param {Request} request
 * @param {number} limit  milliseconds
 * @param {RequestInit} [init]  never for a navigation
 * @returns {Promise<Response|null>}
 */
export async function network(world, request, limit, init) {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  /** @type {Promise<null>} */
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), limit);
  });
  const response = await Promise.race([world.fetch(request, init).catch(() => null), late]);
  clearTimeout(timer);
  return response;
}
