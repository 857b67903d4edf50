/** When: the events of the service worker. Its address never changes; installing fetches nothing else. */

import { answer, route } from './answer.js';
import { heard, watch } from './boot.js';
import { carryOut } from './command.js';
import { LIMITS } from './names.js';
import { emptyMemory } from './world.js';

/** @import {World} from './world.js' */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** @type {World} */
const world = {
  origin: worker.location.origin,
  caches: worker.caches,
  fetch: (request, init) => worker.fetch(request, init),
  clients: /** @type {any} */ (worker.clients),
  now: Date.now,
  random: Math.random,
  locks: worker.navigator.locks,
  limits: LIMITS,
  memory: emptyMemory(),
};

// A new worker answers as soon as it is there: what it serves is named by the pointer, not by its
// own version, so an open page gets the files it names from either.
worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('fetch', (event) => {
  const found = route(event.request, world.origin);
  if (!found) return;
  const response = answer(world, event.request, found);
  event.respondWith(response);
  if (found.kind !== 'page' || !event.resultingClientId) return; // read by another page
  event.waitUntil(response.then((each) => watch(world, event.resultingClientId, each)));
});

worker.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.source instanceof Client) event.waitUntil(heard(world, event.source.id));
  event.waitUntil(carryOut(world, event.data).then((reply) => port?.postMessage(reply)));
});
