/**
 * What the reader has entered as one file, to take to another phone (docs/steps.md has the
 * format). What is read is checked to the last value: a file may come from anywhere.
 */

import { TICK } from '../ticks.js';
import { isDay } from './days.js';

/** @import {Who} from '../../search/messages.js' */
/** @import {Dates} from './schedule.js' */

/** @typedef {{who: Who, days: Dates, ticks: string[]}} Entered */

/** @typedef {'large'|'unreadable'|'foreign'|'newer'|'wrong'} Reason */

export const FORMAT = 'livret-reader';
export const VERSION = 1;
/** Characters. A guide of a thousand answers, wholly ticked, takes a tenth of it. */
const LIMIT = 1_000_000;

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Why a file was refused; `place` says where it is wrong: "days.arrival". */
export class Refused extends Error {
  /**
   * @param {Reason} reason
   * @param {string} [place]
   */
  constructor(reason, place = '') {
    super(place ? `${reason}: ${place}` : reason);
    this.reason = reason;
    this.place = place;
  }
}

/**
 * @param {Entered} entered
 * @param {string} saved  the day, "2026-11-23"
 * @returns {string}
 */
export const writeFile = ({ who, days, ticks }, saved) =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, saved, who, days, ticks }, null, 2)}\n`;

/**
 * Throws `Refused` for a file that is not wholly right.
 * @param {string} text
 * @returns {Entered}
 */
export function readFile(text) {
  if (text.length > LIMIT) throw new Refused('large');
  const file = parse(text);
  if (!isRecord(file) || file['format'] !== FORMAT) throw new Refused('foreign');
  const { format: _, version, ...fields } = file;
  if (!Number.isInteger(version) || Number(version) < 1) throw new Refused('wrong', 'version');
  if (Number(version) > VERSION) throw new Refused('newer');
  const { saved, who, days, ticks, ...others } = fields;
  none(others, '');
  check(isDay(saved), 'saved');
  return { who: whoOf(who), days: daysOf(days), ticks: ticksOf(ticks) };
}

/** @param {string} text */
function parse(text) {
  try {
    return /** @type {unknown} */ (JSON.parse(text));
  } catch {
    throw new Refused('unreadable');
  }
}

/** @param {unknown} value */
function whoOf(value) {
  const { audience, nationality, ...others } = recordOf(value, 'who');
  none(others, 'who.');
  return { audience: keyOf(audience, 'who.audience'), nationality: keyOf(nationality, 'who.nationality') };
}

/** @param {unknown} value */
function daysOf(value) {
  const days = recordOf(value, 'days');
  for (const [anchor, day] of Object.entries(days)) {
    check(KEY.test(anchor), `days.${anchor.slice(0, 40)}`);
    check(isDay(day), `days.${anchor}`);
  }
  return /** @type {Dates} */ (days);
}

/** @param {unknown} value */
function ticksOf(value) {
  if (!Array.isArray(value)) throw new Refused('wrong', 'ticks');
  value.forEach((tick, place) =>
    check(typeof tick === 'string' && TICK.test(tick), `ticks[${place}]`),
  );
  return /** @type {string[]} */ (value);
}

/**
 * @param {unknown} value
 * @param {string} place
 */
function keyOf(value, place) {
  check(typeof value === 'string' && (value === '' || KEY.test(value)), place);
  return String(value);
}

/**
 * @param {unknown} value
 * @param {string} place
 */
function recordOf(value, place) {
  if (!isRecord(value)) throw new Refused('wrong', place);
  return value;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * @param {Record<string, unknown>} others  what the format does not have
 * @param {string} around
 */
function none(others, around) {
  const [name] = Object.keys(others);
  check(name === undefined, `${around}${name?.slice(0, 40)}`);
}

/**
 * @param {boolean} isRight
 * @param {string} place
 */
function check(isRight, place) {
  if (!isRight) throw new Refused('wrong', place);
}
