/** A phone that keeps a guide, and what must be true of it whatever happens. */

import assert from 'node:assert/strict';
import { keep } from '../worker/keep.js';
import { filesFor } from '../worker/release.js';
import { guide, sha256 } from './guide.js';
import { phone } from './phone.js';

/** @import {Wish} from '../worker/keep.js' */
/** @import {Cause} from '../worker/messages.js' */

export const first = guide('first');
export const second = guide('second');
export const third = guide('third');

/** @type {Wish} */
export const asked = { languages: ['ar', 'fr'], reader: 'ar', cause: 'asked' };
export const wish = (/** @type {Cause} */ cause, languages = ['ar', 'fr']) => ({
  languages,
  cause,
});

/**
 * All that the pointer names is on the phone, with the right bytes.
 * @param {ReturnType<typeof phone>} device
 */
export function assertWhole({ cache, kept }) {
  const pointer = kept();
  for (const { release, languages } of [pointer, pointer.previous].filter(Boolean)) {
    for (const file of filesFor(release, languages)) {
      const bytes = cache.stored.get(file.path)?.bytes ?? new Uint8Array();
      assert.equal(sha256(bytes), file.sha256, file.path);
    }
  }
}

/**
 * A phone that keeps the first release while the second is published.
 * @param {string[]} [languages]
 */
export async function withFirst(languages = asked.languages) {
  const device = phone(first);
  await keep(device.world, { ...asked, languages });
  device.network.publish(second);
  device.network.asked = [];
  return device;
}
