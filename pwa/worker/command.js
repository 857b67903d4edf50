/** Carries out what pages ask for (see messages.js). */

import { keep, remove, verify } from './keep.js';
import { statusOf } from './status.js';

/** @import {World} from './world.js' */
/** @import {Status, Unknown} from './messages.js' */

const CAUSES = ['start', 'online', 'visible', 'asked'];

/**
 * The answer to a message, whatever it is.
 * @param {World} world
 * @param {any} message
 * @returns {Promise<Status|Unknown>}
 */
export async function carryOut(world, message) {
  try {
    return (await command(world, message)) ?? { type: 'unknown' };
  } catch {
    // Without the lock nothing can be written; what is kept can still be told.
    return statusOf(world, 'storage');
  }
}

/**
 * @param {World} world
 * @param {any} message
 * @returns {Promise<Status>|null}
 */
function command(world, message) {
  const { type, languages, reader, cause, language, release } = message ?? {};
  if (type === 'status') return statusOf(world);
  if (type === 'verify') return verify(world);
  if (type === 'remove' && typeof language === 'string') return remove(world, language);
  if (type === 'keep' && isCodes(languages) && CAUSES.includes(cause)) {
    return keep(world, {
      languages,
      cause,
      ...(typeof reader === 'string' && { reader }),
      ...(typeof release === 'string' && { release }),
    });
  }
  return null;
}

/**
 * @param {unknown} value
 * @returns {value is string[]}
 */
const isCodes = (value) => Array.isArray(value) && value.every((code) => typeof code === 'string');
