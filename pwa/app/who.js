/** Who the reader is, if they said so; it stays on the phone. */

import { read, write } from './settings.js';

/** @import {Who} from '../search/messages.js' */

const NAME = 'who';

/** @returns {Who} */
export function readWho() {
  try {
    const { audience, nationality } = JSON.parse(read('localStorage', NAME) ?? '{}');
    return { audience: textOf(audience), nationality: textOf(nationality) };
  } catch {
    return { audience: '', nationality: '' };
  }
}

/** @param {Who} who */
export function writeWho(who) {
  const said = who.audience || who.nationality;
  write('localStorage', NAME, said ? JSON.stringify(who) : null);
}

/** @param {unknown} value */
const textOf = (value) => (typeof value === 'string' ? value : '');
