/**
 * Days of the calendar as "2026-11-23", without hours and time zones: what is due on a day is due
 * on that day wherever the phone is.
 */

/** @typedef {'day'|'week'|'month'} Unit */

const DAY = 86_400_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days that a reader can mean lie between these; outside of them something was mistyped. */
export const LIMITS = Object.freeze({ min: '1900-01-01', max: '2199-12-31' });

/**
 * @param {number} year
 * @param {number} month  from 1; 0 and 13 belong to the years before and after
 * @param {number} day  0 is the last day of the month before
 */
const time = (year, month, day) => Date.UTC(year, month - 1, day);

/** @param {number} at  milliseconds since 1970, UTC */
const dayAt = (at) => new Date(at).toISOString().slice(0, 10);

/** @param {string} day */
function partsOf(day) {
  const [, year, month, date] = FORM.exec(day) ?? [];
  return { year: Number(year), month: Number(month), date: Number(date) };
}

/** @param {string} day */
function timeOf(day) {
  const { year, month, date } = partsOf(day);
  return time(year, month, date);
}

/**
 * Whether a text is a day that exists, in the years that a reader can mean.
 * @param {unknown} text
 * @returns {text is string}
 */
export function isDay(text) {
  if (typeof text !== 'string' || !FORM.test(text)) return false;
  return text >= LIMITS.min && text <= LIMITS.max && dayAt(timeOf(text)) === text;
}

/**
 * The day some days, weeks or months from another, before it for a negative number. Months keep
 * the number of the day; where the month is too short, its last day counts: one month after 31
 * January is 28 or 29 February. So do ISO 8601 calendars (Temporal's "constrain") and French law
 * (code de procédure civile, article 641).
 * @param {string} day
 * @param {number} number
 * @param {Unit} unit
 * @returns {string}
 */
export function shift(day, number, unit) {
  if (unit !== 'month') return dayAt(timeOf(day) + number * (unit === 'week' ? 7 : 1) * DAY);
  const { year, month, date } = partsOf(day);
  const last = new Date(time(year, month + number + 1, 0)).getUTCDate();
  return dayAt(time(year, month + number, Math.min(date, last)));
}

/**
 * How many days after `from` the day `to` is; negative where it is before.
 * @param {string} from
 * @param {string} to
 */
export const daysBetween = (from, to) => (timeOf(to) - timeOf(from)) / DAY;
