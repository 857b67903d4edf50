/** What the worker works on: the names of its caches and addresses, and its limits. */

/** The one cache: every kept file under its own path, the pointer and the record of checks. */
export const CACHE = 'livret';
/** Names the kept release; never fetched, written last. */
export const POINTER = '/kept.json';
/** The same once more, written before it: a browser may lose an entry while it replaces it. */
export const SPARE_POINTER = '/kept-spare.json';
/** Header of both, the SHA-256 of the body. */
export const SUM = 'x-livret-sha256';
/** Remembers when the release was last asked for, and how that ended. */
export const RECORD = '/checked.json';
export const RELEASE = '/release.json';
/** The Web Lock under which anything is written. */
export const LOCK = 'livret-keep';
/** The newest format of release.json, packs and the pointer that this worker reads. */
export const SCHEMA = 1;
/** The query that asks the worker to repair what is kept: a link that works without script. */
export const REPAIR = '?repair';
/** First segment of an address: a language subtag, or a whole tag where two share their subtag. */
export const CODE = '[a-z]{2,3}(?:-[a-z0-9]{2,8})*';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Times in milliseconds, sizes in bytes. */
export const LIMITS = Object.freeze({
  /** As many connections as browsers open to a host (HTTP/1.1). */
  parallel: 6,
  /** How long a page that is not kept waits for the network before the phone answers itself. */
  navigation: 4 * SECOND,
  /** The same where the phone has nothing better to show than that there is no network. */
  nothing: 30 * SECOND,
  /** A download ends when no byte came for so long; a slow one that still moves goes on. */
  stall: 20 * SECOND,
  release: 1024 * 1024,
  /** Between two checks that went well. */
  interval: 3 * HOUR,
  /** After the first failed check; doubled with each further one up to `interval`. */
  retry: 30 * SECOND,
  /** After a failure, a phone that says it is back online may ask again this soon. */
  breath: 10 * SECOND,
  /** Every kept byte is read and hashed again this long after the last time. */
  audit: 7 * DAY,
  /** A page that is in view and has not spoken to the worker for so long did not come up. */
  boot: 10 * SECOND,
  /** Pages in a row that did not come up before the next one offers a repair. */
  boots: 2,
  /** How many packs stay in memory: the reader's language and the one beside it. */
  packs: 2,
});

/** @typedef {{[Name in keyof typeof LIMITS]: number}} Limits */
