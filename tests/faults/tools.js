// Hands into the phone, for a tab of the guide's origin that runs none of the guide's own script.

const CACHE = 'livret';
const LOCK = 'livret-keep';
const SUM = 'x-livret-sha256';

const isFile = (path) => /^\/(assets|packs)\//.test(path);
const hash = async (bytes) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).toHex();

globalThis.pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** What the worker answers to a message; null where there is no worker. */
globalThis.ask = async (message) => {
  const active = (await navigator.serviceWorker.getRegistration())?.active;
  if (!active) return null;
  const { port1, port2 } = new MessageChannel();
  const reply = new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
  });
  active.postMessage(message, [port2]);
  return reply;
};

/** Whether nothing held the worker's lock, looked at so many times in a row, before the limit. */
globalThis.quiet = async (looks, limit) => {
  const end = Date.now() + limit;
  for (let free = 0; free < looks; ) {
    if (Date.now() > end) return false;
    const { held, pending } = await navigator.locks.query();
    free = [...held, ...pending].some(({ name }) => name === LOCK) ? 0 : free + 1;
    await pause(15);
  }
  return true;
};

globalThis.installed = async (limit) => {
  for (const end = Date.now() + limit; Date.now() < end; await pause(25)) {
    const found = await navigator.serviceWorker.getRegistration();
    if (found?.active?.state === 'activated') return true;
  }
  return false;
};

/** Hash by path of the kept files, text by path of the worker's own notes ("" for a damaged one). */
globalThis.look = async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const seen = { registered: !!registration?.active, files: {}, notes: {} };
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      const response = await cache.match(request);
      const bytes = await response?.arrayBuffer().catch(() => null);
      const sum = bytes ? await hash(bytes) : null;
      if (isFile(pathname)) seen.files[pathname] = sum;
      else seen.notes[pathname] =
        sum && sum === response.headers.get(SUM) ? new TextDecoder().decode(bytes) : '';
    }
  }
  return seen;
};

/** Deletes a kept entry, or alters one byte of it. As all here, not while the worker writes. */
globalThis.damage = (path, how) => navigator.locks.request(LOCK, () => damageNow(path, how));
const damageNow = async (path, how) => {
  const cache = await caches.open(CACHE);
  const response = await cache.match(path);
  if (!response || how === 'deleted') return cache.delete(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  bytes[bytes.length >> 1] ^= 1;
  await cache.put(path, new Response(bytes, { headers: response.headers })).catch(() => {});
};

/** Moves every time that was written down back by so many milliseconds. */
globalThis.shiftTimes = (shift) => navigator.locks.request(LOCK, () => shiftTimesNow(shift));
const shiftTimesNow = async (shift) => {
  if (!(await caches.has(CACHE))) return;
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) {
    if (isFile(new URL(request.url).pathname)) continue;
    const text = await (await cache.match(request)).text();
    const moved = text.replace(/:(1[5-9]\d{11})\b/g, (_, time) => `:${Number(time) - shift}`);
    if (moved === text) continue;
    const bytes = new TextEncoder().encode(moved);
    const headers = { 'content-type': 'application/json', [SUM]: await hash(bytes) };
    await cache.put(request, new Response(bytes, { headers })).catch(() => {});
  }
};
