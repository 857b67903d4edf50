/**
 * A phone for tests: the worker's World with a cache in memory that can run full, and a network
 * that can break in each way that readers meet.
 */

import { LIMITS } from '../worker/names.js';
import { emptyMemory } from '../worker/world.js';

/** @import {World} from '../worker/world.js' */
/** @import {Guide} from './guide.js' */

export const ORIGIN = 'https://guide.example';

/**
 * How the network treats a path: `offline` never answers, `hang` never ends, `stall` stops after the
 * first byte, `cut` ends early, `wrong` flips a byte, `stale` does so unless the HTTP cache is passed
 * by, `page` sends the right bytes as HTML, `portal` a sign-in page with status 200, `redirect`
 * sends one elsewhere; a number is a
 * status.
 * @typedef {'offline'|'hang'|'stall'|'cut'|'wrong'|'stale'|'page'|'portal'|'redirect'|number} Fault
 */

/** @typedef {{bytes: Uint8Array, headers: [string, string][]}} Stored */

/** One named cache, as far as the worker uses it. */
class MemoryCache {
  /** @type {Map<string, Stored>} */
  stored = new Map();
  capacity = Infinity;
  /** @type {(path: string) => void|Promise<void>} called after each change */
  changed = () => {};

  /** @param {string|Request} request */
  key = (request) => new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname;

  /** @param {string|Request} request */
  async match(request) {
    const found = this.stored.get(this.key(request));
    return found && new Response(Uint8Array.from(found.bytes), { headers: found.headers });
  }

  /**
   * @param {string|Request} request
   * @param {Response} response
   */
  async put(request, response) {
    const path = this.key(request);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const others = [...this.stored].filter(([other]) => other !== path);
    const size = others.reduce((sum, [, each]) => sum + each.bytes.length, bytes.length);
    if (size > this.capacity) throw new DOMException('full', 'QuotaExceededError');
    // As in browsers, the entry of before is gone for a moment: a phone may die in it.
    if (this.stored.delete(path)) await this.changed(path);
    this.stored.set(path, { bytes, headers: [...response.headers] });
    await this.changed(path);
  }

  /** @param {string|Request} request */
  async delete(request) {
    const path = this.key(request);
    const had = this.stored.delete(path);
    await this.changed(path);
    return had;
  }

  keys = async () => [...this.stored.keys()].map((path) => new Request(ORIGIN + path));
}

/** The network: what a server publishes, and what happens on the way. */
class Network {
  /** @type {Guide['files']} */
  files = new Map();
  /** @type {Map<string|RegExp, Fault>} */
  faults = new Map();
  /** @type {{path: string, cache: RequestCache|undefined}[]} */
  asked = [];
  /** The same with their queries. @type {string[]} */
  addresses = [];
  /** Milliseconds until each answer. */
  delay = 0;
  open = 0;
  mostOpen = 0;

  /** @param {Guide} guide */
  publish(guide) {
    for (const [path, file] of guide.files) this.files.set(path, file);
  }

  /**
   * @param {string|RegExp} path
   * @param {Fault} fault
   */
  break(path, fault) {
    this.faults.set(path, fault);
  }

  heal = () => this.faults.clear();

  paths = () => this.asked.map(({ path }) => path);

  /**
   * @param {string|{url: string}} request
   * @param {RequestInit} [init]
   * @returns {Promise<Response>}
   */
  fetch = async (request, { cache, redirect, signal } = {}) => {
    const url = new URL(typeof request === 'string' ? request : request.url, ORIGIN);
    const path = url.pathname;
    this.asked.push({ path, cache });
    this.addresses.push(path + url.search);
    this.mostOpen = Math.max(this.mostOpen, ++this.open);
    try {
      const address = path + url.search; // as a host of files, which passes queries over
      const known = this.files.has(address) ? address : path;
      return await this.respond(known, { cache, redirect, signal: signal ?? undefined });
    } finally {
      this.open--;
    }
  };

  /**
   * @param {string} path
   * @param {{cache: RequestCache|undefined, redirect: RequestRedirect|undefined,
   *   signal: AbortSignal|undefined}} how
   * @returns {Promise<Response>}
   */
  async respond(path, { cache, redirect, signal }) {
    await new Promise((resolve) => setTimeout(resolve, this.delay));
    const fault = [...this.faults].find(
      ([where]) => where === path || (where instanceof RegExp && where.test(path)),
    )?.[1];
    const file = this.files.get(path);
    const bytes = file?.bytes ?? Buffer.from('not found');
    const headers = { 'content-type': file?.type ?? 'text/plain' };
    switch (fault) {
      case 'offline':
        throw new TypeError('Failed to fetch');
      case 'hang':
        return new Promise((_, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason)),
        );
      case 'stall':
        return new Response(streamOf(bytes.subarray(0, 1), signal), { headers });
      case 'cut':
        return new Response(bytes.subarray(0, bytes.length >> 1), { headers });
      case 'wrong':
        return new Response(flipped(bytes), { headers });
      case 'stale':
        return new Response(cache === 'reload' ? bytes : flipped(bytes), { headers });
      case 'page':
        return new Response(bytes, { headers: { 'content-type': 'text/html; charset=utf-8' } });
      case 'portal':
        return new Response('<title>Sign in</title>', { headers: { 'content-type': 'text/html' } });
      case 'redirect':
        if (redirect !== 'manual') throw new TypeError('Failed to fetch'); // forbidden by CORS
        return Object.defineProperties(new Response(null), {
          type: { value: 'opaqueredirect' },
          status: { value: 0 },
        });
      default:
        return new Response(bytes, { headers, status: fault ?? (file ? 200 : 404) });
    }
  }
}

/** @param {Buffer<ArrayBuffer>} bytes */
function flipped(bytes) {
  const copy = Buffer.from(bytes);
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1;
  return copy;
}

/**
 * A body that never ends.
 * @param {Uint8Array} bytes
 * @param {AbortSignal|undefined} signal
 */
const streamOf = (bytes, signal) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });

/**
 * A phone on a network where a guide is published. Times are short, chance is fixed, and the clock
 * stands still until it is set.
 * @param {Guide} [guide]
 */
export function phone(guide) {
  const cache = new MemoryCache();
  const network = new Network();
  if (guide) network.publish(guide);
  /** @type {any[]} */
  const told = [];
  const clock = { now: Date.UTC(2026, 8, 1) };
  /** Open pages by id. @type {Map<string, {visibilityState: string}>} */
  const pages = new Map();
  /** @type {World} */
  const world = {
    origin: ORIGIN,
    caches: /** @type {CacheStorage} */ (/** @type {unknown} */ ({ open: async () => cache })),
    fetch: network.fetch,
    clients: {
      matchAll: async () => [{ postMessage: (message) => told.push(message) }],
      get: async (id) => pages.get(id),
    },
    now: () => clock.now,
    random: () => 0.5,
    locks: undefined,
    limits: { ...LIMITS, stall: 20, navigation: 20, nothing: 40, boot: 5 },
    memory: emptyMemory(),
  };
  return {
    world,
    cache,
    network,
    clock,
    told,
    pages,
    /** Another life of the worker, or another tab's: the same storage, nothing remembered. */
    again: () => ({ ...world, memory: emptyMemory() }),
    /** @param {string} path */
    stored: (path) => cache.stored.get(path),
    kept() {
      const stored = cache.stored.get('/kept.json') ?? cache.stored.get('/kept-spare.json');
      return JSON.parse(Buffer.from(stored?.bytes ?? 'null').toString());
    },
  };
}

/**
 * @param {string} path
 * @param {Partial<{method: string, mode: RequestMode, headers: Headers, origin: string}>} [other]
 */
export const navigation = (path, { origin = ORIGIN, ...other } = {}) =>
  // Node's Request refuses the mode that only a browser may set.
  /** @type {Request} */ ({
    url: origin + path,
    method: 'GET',
    mode: 'navigate',
    headers: new Headers(),
    ...other,
  });
