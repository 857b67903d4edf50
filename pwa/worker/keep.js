/**
 * Keeps a release on the phone: fetch what is missing, verify it, store it, and last of all let
 * the pointer name it. Whatever goes wrong before that leaves the kept release as it was.
 */

import { audit, isAuditDue, missing, unreadable } from './audit.js';
import { encoded } from './bytes.js';
import { isDue, recordAfter } from './check.js';
import { fetchFile } from './download.js';
import { Failure } from './failure.js';
import { SCHEMA } from './names.js';
import { fetchNews } from './news.js';
import { loadPack } from './pack.js';
import { patchPacks } from './patched.js';
import { inParallel } from './parallel.js';
import { filesFor, likest, parseRelease } from './release.js';
import { statusOf, tell } from './status.js';
import * as store from './store.js';
import { alone } from './world.js';

/** @import {World} from './world.js' */
/** @import {KeepRequest, Status} from './messages.js' */
/** @import {Kept} from './store.js' */
/** @import {Release, ReleaseFile} from './release.js' */
/** @import {News} from './news.js' */

/** @typedef {Omit<KeepRequest, 'type'>} Wish */

/**
 * Carries out a KeepRequest. Never throws: the status says why nothing came of it.
 * @param {World} world
 * @param {Wish} wish
 * @returns {Promise<Status>}
 */
export const keep = (world, wish) => answered(world, (cache) => keepNow(world, cache, wish));

/**
 * Carries out a RemoveRequest.
 * @param {World} world
 * @param {string} code
 * @returns {Promise<Status>}
 */
export const remove = (world, code) =>
  answered(world, async (cache) => {
    const kept = await store.readKept(cache);
    if (!kept) return;
    const without = (/** @type {string[]} */ codes) => codes.filter((other) => other !== code);
    const { previous } = kept;
    const left = {
      ...kept,
      languages: without(kept.languages),
      removed: [...without(kept.removed), code],
      previous: previous && { ...previous, languages: without(previous.languages) },
    };
    await store.writeKept(cache, left);
    await store.sweep(cache, left);
  });

/**
 * Carries out a VerifyRequest.
 * @param {World} world
 * @returns {Promise<Status>}
 */
export const verify = (world) =>
  answered(world, async (cache) => {
    const kept = await store.readKept(cache);
    if (kept) await audit(world, cache, kept);
  });

/**
 * @param {World} world
 * @param {(cache: Cache) => Promise<void>} task
 * @returns {Promise<Status>}
 */
function answered(world, task) {
  return alone(world, async () => {
    let reason = null;
    try {
      await task(await store.openStore(world));
    } catch (error) {
      reason = Failure.of(error).reason;
    }
    world.memory.work = null;
    await tell(world);
    return statusOf(world, reason);
  });
}

/**
 * @param {World} world
 * @param {Cache} cache
 * @param {Wish} wish
 */
async function keepNow(world, cache, wish) {
  let kept = await store.mendKept(cache);
  if (kept && wish.reader && wish.reader !== kept.reader) {
    kept = { ...kept, reader: wish.reader };
    await store.writeKept(cache, kept);
  }
  const wanted = wantedBy(wish, kept);
  if (!wanted.length) return;
  if (kept && isAuditDue(world, kept, await store.readRecord(cache))) {
    await audit(world, cache, kept);
  }
  const record = await store.readRecord(cache);
  const lacking =
    !kept ||
    wanted.some((code) => !kept?.languages.includes(code)) ||
    (await missing(cache, kept)).length > 0;
  if (!isDue(record, { now: world.now(), cause: wish.cause, lacking }, world.limits)) {
    if (lacking && record?.reason) throw new Failure(record.reason, record.detail);
    return;
  }
  const failure = await bring(world, cache, kept, wanted, wish).then(() => null, Failure.of);
  const moment = { now: world.now(), random: world.random(), failure };
  const after = recordAfter(record, moment, world.limits);
  // Without room even for the record, the failure is still told.
  await store.writeRecord(cache, after).catch(() => {});
  if (failure) throw failure;
  // What was found damaged has come: the reading that found it must not be the last word.
  if (after.audit?.damaged.length) {
    const repaired = await store.readKept(cache);
    if (repaired) await audit(world, cache, repaired);
  }
}

/**
 * The codes to keep: those kept, and those wished for that the reader did not take away.
 * @param {Wish} wish
 * @param {Kept|null} kept
 */
function wantedBy({ languages, cause }, kept) {
  const removed = cause === 'asked' ? [] : (kept?.removed ?? []);
  const known = kept?.release.languages.map((language) => language.code);
  const wished = languages.filter(
    // A code from a mistyped address must not make every page ask the network again.
    (code) => !removed.includes(code) && (cause === 'asked' || !known || known.includes(code)),
  );
  return [...new Set([...(kept?.languages ?? []), ...wished])].sort();
}

/**
 * Brings the newest release in the wanted languages. A phone that has nothing has the first of
 * them before the others are begun: a visit may be short.
 * @param {World} world
 * @param {Cache} cache
 * @param {Kept|null} kept
 * @param {string[]} wanted
 * @param {Wish} wish
 */
async function bring(world, cache, kept, wanted, wish) {
  const news = (await releaseIn(wish, kept)) ?? (await fetchNews(world, cache, kept));
  const { release } = news;
  const offered = release.languages.map((language) => language.code);
  const languages = wanted.filter((code) => offered.includes(code));
  const unknown = wish.languages.find((code) => !offered.includes(code));
  if (!languages.length || (unknown && wish.cause === 'asked')) {
    throw new Failure('language', unknown ?? wanted.join());
  }
  const first = languages.filter((code) => code === wish.languages[0]);
  const parts = kept || !first.length ? [languages] : [first, languages];
  for (const part of parts) {
    const whole = { ...news, languages: part };
    kept = await bringWhole(world, cache, kept, whole, wish, filesFor(release, languages));
  }
}

/**
 * The release that the page of a first visit has fetched while the worker came; null where it has
 * not, or what it got is none: then the worker sees for itself.
 * @param {Wish} wish
 * @param {Kept|null} kept
 * @returns {Promise<News|null>}
 */
async function releaseIn({ release }, kept) {
  if (kept || !release) return null;
  return parseRelease(encoded(release)).then((found) => ({ release: found }), () => null);
}

/**
 * Brings a release in some languages and lets the pointer name it.
 * @param {World} world
 * @param {Cache} cache
 * @param {Kept|null} kept
 * @param {store.Whole & News} whole
 * @param {Wish} wish
 * @param {ReleaseFile[]} coming  what stays on the phone beside it
 */
async function bringWhole(world, cache, kept, { release, languages, patch }, wish, coming) {
  const before = kept && kept.release.id !== release.id ? kept.release : null;
  const files = filesFor(release, languages);
  const has = kept?.languages ?? [];
  const brought = () => complete(world, cache, files, { release, before, has, patch });
  try {
    await brought();
  } catch (error) {
    if (Failure.of(error).reason !== 'space' || !kept?.previous) throw error;
    // The release before the kept one is only a spare: its room goes to the new one.
    kept = { ...kept, previous: null };
    await store.writeKept(cache, kept);
    await store.sweep(cache, kept, files);
    await brought();
  }
  for (const code of languages) {
    // What this worker cannot show must not take the place of what it can.
    if (!(await loadPack(world, release, code))) throw new Failure('newer', `pack of ${code}`);
  }
  return flip(world, cache, kept, { release, languages }, wish, coming);
}

/**
 * The one step that changes what readers see; then the files that no release needs are deleted.
 * @param {World} world
 * @param {Cache} cache
 * @param {Kept|null} kept
 * @param {store.Whole} whole
 * @param {Wish} wish
 * @param {ReleaseFile[]} coming
 * @returns {Promise<Kept>}
 */
async function flip(world, cache, kept, { release, languages }, wish, coming) {
  const same = kept?.release.id === release.id;
  const asked = wish.cause === 'asked' ? wish.languages : [];
  const next = {
    schema: SCHEMA,
    release,
    languages,
    removed: (kept?.removed ?? []).filter((code) => !asked.includes(code)),
    reader: kept?.reader ?? wish.reader ?? null,
    since: kept && same ? kept.since : world.now(),
    previous:
      !kept || same
        ? (kept?.previous ?? null)
        : { release: kept.release, languages: kept.languages },
  };
  await store.writeKept(cache, next);
  // The update has come; what could not be deleted is deleted after the next one.
  await store.sweep(cache, next, coming).catch(() => {});
  return next;
}

/**
 * Sees to it that all files are stored, with the right bytes: packs by what changed in them since
 * the release before, where that can be had, all others whole.
 * @param {World} world
 * @param {Cache} cache
 * @param {ReleaseFile[]} files
 * @param {News & {before: Release|null, has: string[]}} way  from what to what; `has` are the
 *   kept languages
 */
async function complete(world, cache, files, { release, before, has, patch }) {
  const lacking = await unreadable(world, cache, files);
  if (!lacking.length) return;
  const work = { done: 0, total: sizeOf(lacking), update: before !== null };
  world.memory.work = work;
  await tell(world);
  const patched = before ? await patchPacks(world, cache, before, release, lacking, patch) : [];
  work.done += sizeOf(patched);
  // The largest first: the others come while it does.
  const left = lacking
    .filter((file) => !patched.includes(file))
    .sort((one, other) => other.size - one.size);
  await inParallel(left, world.limits.parallel, async (file) => {
    const bytes = await fetchFile(world, file, likest(release, file, has));
    await store.writeFile(cache, file, bytes);
    work.done += file.size;
    await tell(world);
  });
}

/** @param {readonly ReleaseFile[]} files */
const sizeOf = (files) => files.reduce((sum, file) => sum + file.size, 0);
