/** Says what is on the phone, to one page or to all. */

import { missing } from './audit.js';
import { filesFor } from './release.js';
import { openStore, readKept, readRecord } from './store.js';

/** @import {World} from './world.js' */
/** @import {Reason} from './failure.js' */
/** @import {Status} from './messages.js' */
/** @import {Kept} from './store.js' */

/**
 * Never fails: a phone that does not let us read has nothing kept.
 * @param {World} world
 * @param {Reason|null} [reason]
 * @returns {Promise<Status>}
 */
export async function statusOf(world, reason = null) {
  const cache = await openStore(world).catch(() => null);
  const kept = cache && (await readKept(cache).catch(() => null));
  const record = cache && (await readRecord(cache).catch(() => null));
  const files = kept ? filesFor(kept.release, kept.languages) : [];
  return {
    type: 'status',
    release: kept?.release.id ?? null,
    previous: kept?.previous?.release.id ?? null,
    since: kept?.since ?? null,
    reader: kept?.reader ?? null,
    languages: kept ? languagesOf(kept) : [],
    files: files.length,
    size: files.reduce((sum, file) => sum + file.size, 0),
    missing: kept && cache ? (await missing(cache, kept).catch(() => files)).length : 0,
    checked: record?.at
      ? { at: record.at, reason: record.reason, detail: record.detail, next: record.next }
      : null,
    audit: record?.audit ?? null,
    work: world.memory.work,
    reason: cache ? reason : 'storage',
  };
}

/** @param {Kept} kept */
const languagesOf = (kept) =>
  kept.release.languages.map((language) => ({
    ...language,
    kept: kept.languages.includes(language.code),
    removed: kept.removed.includes(language.code),
  }));

/**
 * Tells all open pages, those too that were open before there was a worker.
 * @param {World} world
 */
export async function tell(world) {
  const status = await statusOf(world);
  const pages = await world.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const page of pages) page.postMessage(status);
}
