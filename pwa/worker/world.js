/** Everything outside itself that the worker uses, as one value, so that tests can break it. */

import { LOCK } from './names.js';

/** @import {Limits} from './names.js' */
/** @import {Pack} from './pack.js' */
/** @import {Work} from './messages.js' */

/**
 * @typedef {object} World
 * @property {string} origin
 * @property {CacheStorage} caches
 * @property {(request: Request|string, init?: RequestInit) => Promise<Response>} fetch
 * @property {Clients} clients  open pages
 * @property {() => number} now  milliseconds since 1970
 * @property {() => number} random  0 ≤ x < 1
 * @property {Pick<LockManager, 'request'>|undefined} locks
 * @property {Limits} limits
 * @property {Memory} memory
 */

/**
 * As much of the browser's own as is used.
 * @typedef {object} Clients
 * @property {(options: {type: 'window', includeUncontrolled: boolean}) =>
 *   Promise<ReadonlyArray<{postMessage(message: unknown): void}>>} matchAll
 * @property {(id: string) => Promise<{visibilityState?: string}|undefined>} get
 */

/**
 * What one life of the worker remembers; losing it costs time, never correctness.
 * @typedef {object} Memory
 * @property {Map<string, Pack>} packs  by path, oldest first
 * @property {Work|null} work  what is being fetched now
 * @property {Promise<unknown>} queue  the last task where there are no Web Locks
 * @property {Set<string>} heard  ids of the pages that have spoken
 */

/** @returns {Memory} */
export const emptyMemory = () => ({
  packs: new Map(),
  work: null,
  queue: Promise.resolve(),
  heard: new Set(),
});

/**
 * Runs a task while no other worker or task writes.
 * @template T
 * @param {World} world
 * @param {() => Promise<T>} task
 * @returns {Promise<T>}
 */
export function alone(world, task) {
  if (world.locks) return world.locks.request(LOCK, task);
  const turn = world.memory.queue.then(task, task);
  world.memory.queue = turn;
  return turn;
}
