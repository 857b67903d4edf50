/** Decides when the network is asked whether there is a newer release. */

/** @import {Cause} from './messages.js' */
/** @import {Limits} from './names.js' */
/** @import {Record} from './store.js' */
/** @import {Failure} from './failure.js' */

/**
 * Whether now is the time. What the browser believes about the network plays no part: "online"
 * only shortens the wait after a failure.
 * @param {Record|null} record
 * @param {object} moment
 * @param {number} moment.now
 * @param {Cause} moment.cause
 * @param {boolean} moment.lacking  whether something wanted is not on the phone
 * @param {Limits} limits
 */
export function isDue(record, { now, cause, lacking }, limits) {
  if (cause === 'asked' || !record) return true;
  if (record.at > now) return true; // the phone's clock was set back
  if (record.failures && cause === 'online') return now - record.at >= limits.breath;
  return now >= record.next || (lacking && !record.failures);
}

/**
 * The record after a check. The next one is spread by chance, so that the phones of a city that
 * lost its network together do not all come back in the same second.
 * @param {Record|null} record
 * @param {object} end
 * @param {number} end.now
 * @param {number} end.random  0 ≤ x < 1
 * @param {Failure|null} end.failure
 * @param {Limits} limits
 * @returns {Record}
 */
export function recordAfter(record, { now, random, failure }, limits) {
  const failures = failure ? (record?.failures ?? 0) + 1 : 0;
  const wait = failures
    ? Math.min(limits.retry * 2 ** (failures - 1), limits.interval)
    : limits.interval;
  return {
    at: now,
    reason: failure?.reason ?? null,
    detail: failure?.detail ?? '',
    failures,
    next: now + Math.round(wait * (0.8 + 0.4 * random)),
    audit: record?.audit ?? null,
    boots: record?.boots ?? 0,
  };
}
