/** Writes days as a file for the phone's calendar: iCalendar, RFC 5545. Nothing is sent anywhere. */

/**
 * @typedef {object} Day
 * @property {string} key  the same in every export, so that a calendar replaces what it has
 * @property {string} day  "2026-11-23"
 * @property {boolean} ends  whether it is the last day: then the calendar rings before it
 * @property {string} title
 * @property {string} lang  BCP 47 tag of the title
 * @property {string} text
 * @property {string} address  where more can be read
 */

const encoder = new TextEncoder();
/** Octets of a line, without its end (RFC 5545, 3.1). */
const WIDTH = 75;

/** At nine in the morning a week before and the day before; or on the day itself. */
const BEFORE = ['-P6DT15H', '-PT15H'];
const ON_THE_DAY = ['PT9H'];

/**
 * @param {object} calendar
 * @param {string} calendar.name  of the calendar, for people
 * @param {string} calendar.host  makes the keys unique in the world
 * @param {string} calendar.lang  of the texts
 * @param {Date} calendar.now
 * @param {readonly Day[]} calendar.days
 * @returns {string}
 */
export function calendar({ name, host, lang, now, days }) {
  const stamp = `${compact(now.toISOString().slice(0, 19))}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Livret//Steps//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escape(name)}`,
    ...days.flatMap((day) => event(day, host, lang, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/**
 * @param {Day} day
 * @param {string} host
 * @param {string} lang
 * @param {string} stamp
 */
function event(day, host, lang, stamp) {
  return [
    'BEGIN:VEVENT',
    `UID:step-${day.key}@${host}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day.day)}`,
    `SUMMARY;LANGUAGE=${day.lang}:${escape(day.title)}`,
    `DESCRIPTION;LANGUAGE=${lang}:${escape(day.text)}`,
    `URL:${day.address}`,
    'TRANSP:TRANSPARENT',
    ...(day.ends ? BEFORE : ON_THE_DAY).flatMap((trigger) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${escape(day.title)}`,
      `TRIGGER:${trigger}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ];
}

/** @param {string} iso  a day or a time */
const compact = (iso) => iso.replace(/[-:]/g, '');

/**
 * A value of type TEXT (RFC 5545, 3.3.11); control characters are not allowed in one.
 * @param {string} text
 */
export const escape = (text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x08\x0b-\x1f\x7f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');

/**
 * A line cut into pieces of at most 75 octets, never within a character.
 * @param {string} line
 */
export function fold(line) {
  let folded = '';
  let room = WIDTH;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (size > room) {
      folded += '\r\n ';
      room = WIDTH - 1;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
