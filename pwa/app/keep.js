/** Talks with the worker (../worker/messages.js). */

import { scriptURL } from './trust.js';

/** @import {Request, Status, Unknown} from '../worker/messages.js' */

/**
 * @typedef {object} Keeper
 * @property {(request: Request) => Promise<Status|null>} ask  null where no answer came; keeping
 *   may take minutes, and `listen` tells how it goes
 * @property {(listener: (status: Status) => void) => void} listen
 */

/** Longer than a worker may live for one message in any browser. */
const PATIENCE = 10 * 60 * 1000;

/** After a reset this page must not ask the leaving worker to keep everything again. */
let gone = false;

/**
 * Registers the worker and waits until it can be spoken to. Never rejects.
 * @returns {Promise<Keeper|null>} null where the browser has no workers or does not allow one
 */
export async function connect() {
  const container = navigator.serviceWorker;
  if (!container) return null;
  try {
    const registration = await container.register(scriptURL('/sw.js'), { updateViaCache: 'none' });
    if (!(await activated(registration))) return null;
    return keeperOf(container, registration);
  } catch {
    return null;
  }
}

/**
 * The text of release.json, as the network has it now; null where it does not come. What it is
 * worth is for the worker to say.
 * @returns {Promise<string|null>}
 */
export async function listing() {
  try {
    const response = await fetch('/release.json', { cache: 'no-cache' });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

/**
 * @param {ServiceWorkerRegistration} registration
 * @returns {Promise<boolean>} false when the first worker fails to install
 */
async function activated({ active, waiting, installing }) {
  const worker = active ?? waiting ?? installing;
  if (!worker || worker.state === 'redundant') return false;
  if (worker === active) return true;
  return new Promise((resolve) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve(true);
      if (worker.state === 'redundant') resolve(false);
    });
  });
}

/**
 * @param {ServiceWorkerContainer} container
 * @param {ServiceWorkerRegistration} registration
 * @returns {Keeper}
 */
function keeperOf(container, registration) {
  return {
    ask: async (request) =>
      gone || !registration.active ? null : ask(registration.active, request),
    listen(listener) {
      container.addEventListener('message', ({ data }) => {
        if (data?.type === 'status' && !gone) listener(data);
      });
    },
  };
}

/**
 * Takes the worker and all that is kept off the phone. Done by the page and not by the worker:
 * this is the way out when the worker itself is broken.
 */
export async function reset() {
  gone = true;
  const registrations = (await navigator.serviceWorker?.getRegistrations()) ?? [];
  for (const registration of registrations) await registration.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
}

/**
 * @param {ServiceWorker} worker
 * @param {Request} request
 * @returns {Promise<Status|null>}
 */
function ask(worker, request) {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const end = (/** @type {Status|Unknown|null} */ reply) => {
      clearTimeout(timer);
      port1.close(); // an open port would keep the page out of the back/forward cache
      resolve(reply?.type === 'status' ? reply : null);
    };
    const timer = setTimeout(end, PATIENCE, null);
    port1.onmessage = ({ data }) => end(data);
    worker.postMessage(request, [port2]);
  });
}
