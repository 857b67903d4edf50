/**
 * Ends the guide on a phone: published at /sw.js by `livret retire`, in the place of sw.js.
 *
 * It has no fetch event, so whatever is opened from now on comes from the network, and it reloads
 * no page: one that is open stays as the reader has it. A page that registers /sw.js anew brings
 * this worker again, which leaves again; nothing can turn in circles.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

worker.addEventListener('install', () => void worker.skipWaiting());

worker.addEventListener('activate', (event) => event.waitUntil(leave()));

// A page of the guide waits for an answer to what it asks.
worker.addEventListener('message', ({ ports }) => ports[0]?.postMessage({ type: 'unknown' }));

async function leave() {
  await worker.registration.unregister();
  for (const name of await worker.caches.keys()) await worker.caches.delete(name);
}
