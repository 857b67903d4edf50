/**
 * Notices pages that do not come up: their HTML is there, but their script never speaks. Whatever
 * the cause, damaged files or a broken release, the phone looks for what mends it by itself, and
 * after a few such pages the next ones offer a repair that needs no script.
 */

import { keep } from './keep.js';
import { changeRecord, openStore, readRecord } from './store.js';
import { alone } from './world.js';

/** @import {World} from './world.js' */

/**
 * Watches a page that was just answered.
 * @param {World} world
 * @param {string} id  of the client
 * @param {Pick<Response, 'ok'|'type'>} response
 */
export async function watch(world, id, { ok, type }) {
  // What came over the network ("basic") may be the sign-in page of a Wi-Fi, and the page that says
  // that nothing is here has no script.
  if (!ok || type !== 'default') return;
  await new Promise((resolve) => setTimeout(resolve, world.limits.boot));
  if (world.memory.heard.has(id)) return;
  const page = await world.clients.get(id);
  // A page that was left or is in the background had no time to speak.
  if (page?.visibilityState !== 'visible') return;
  await count(world, (boots) => boots + 1);
  await keep(world, { languages: [], cause: 'start' });
}

/**
 * Notes that a page has spoken.
 * @param {World} world
 * @param {string} id
 */
export async function heard(world, id) {
  world.memory.heard.add(id);
  if (await boots(world)) await count(world, () => 0);
}

/**
 * Whether the next page should offer a repair.
 * @param {World} world
 */
export const isUnwell = async (world) => (await boots(world)) >= world.limits.boots;

/** @param {World} world */
const boots = (world) =>
  openStore(world)
    .then(readRecord)
    .then((record) => record?.boots ?? 0)
    .catch(() => 0);

/**
 * @param {World} world
 * @param {(boots: number) => number} change
 */
export const count = (world, change) =>
  alone(world, async () => {
    const cache = await openStore(world);
    await changeRecord(cache, { boots: change((await readRecord(cache))?.boots ?? 0) });
  }).catch(() => {});
