/** The days that the reader has given, such as the one of their arrival; they stay on this phone. */

import { read, write } from '../settings.js';
import { isDay } from './days.js';

/** @import {Dates} from './schedule.js' */

const NAME = 'days';

/** @returns {Dates} */
export function readDates() {
  try {
    const days = Object.entries(JSON.parse(read('localStorage', NAME) ?? '{}') ?? {});
    return Object.fromEntries(days.filter(([, day]) => isDay(day)));
  } catch {
    return {};
  }
}

/** @param {Dates} dates */
export function writeDates(dates) {
  const given = Object.fromEntries(Object.entries(dates).filter(([, day]) => day));
  write('localStorage', NAME, Object.keys(given).length ? JSON.stringify(given) : null);
}
