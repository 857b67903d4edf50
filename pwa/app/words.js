/** Words and values in the page's language. No sentence stands in a script: templates hold them. */

import { together } from './together.js';

/**
 * The text of `<template data-word="name">`, with `{key}` replaced. A word the page lacks shows as
 * its name, so that nobody overlooks it.
 * @param {string} name
 * @param {Record<string, string|number>} [values]
 * @returns {string}
 */
export function word(name, values = {}) {
  const template = document.querySelector(`template[data-word="${name}"]`);
  const text = template instanceof HTMLTemplateElement ? template.content.textContent : name;
  return (text ?? '').trim().replace(/\{(\w+)\}/g, (_, key) => isolate(String(values[key] ?? '')));
}

/**
 * Keeps a value's own direction from disturbing the sentence around it (UAX #9, FSI and PDI).
 * @param {string} text
 */
const isolate = (text) => (document.documentElement.dir === 'rtl' ? `\u2068${text}\u2069` : text);

// The same digits as in the texts, where amounts and phone numbers are written as on French forms.
export const DIGITS = { numberingSystem: 'latn' };

/** @param {number} bytes */
export function sizeText(bytes) {
  const [unit, value] = bytes < 1e6 ? ['kilobyte', bytes / 1e3] : ['megabyte', bytes / 1e6];
  const options = { ...DIGITS, unit, maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(document.documentElement.lang, { ...options, style: 'unit' }).format(
    value,
  );
}

/** CLDR has no pattern for the first of a month, which some languages write as an ordinal. */
const FIRST_DAY = new Map([
  ['fr', '1er'],
  ['pt-BR', '1º'],
]);

/**
 * @param {number} time  milliseconds since 1970
 * @param {Intl.DateTimeFormatOptions} [parts]
 */
export function timeText(time, parts = { dateStyle: 'medium', timeStyle: 'short' }) {
  const { lang } = document.documentElement;
  const options = /** @type {const} */ ({ ...DIGITS, calendar: 'gregory', ...parts });
  const text = new Intl.DateTimeFormat(lang, options).format(time);
  const first = FIRST_DAY.get(lang) ?? FIRST_DAY.get(lang.split('-')[0] ?? lang);
  return first ? text.replace(/^1 /, `${first} `) : text;
}

/**
 * A day as the server writes it in the texts (figures.py, together.py).
 * @param {number|string} day  a time, or the phone's own day as "2026-11-23"
 */
export function dayText(day) {
  const time = typeof day === 'number' ? day : new Date(`${day}T00:00`).getTime();
  return together(timeText(time, { dateStyle: 'long' }));
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/**
 * How long ago: "3 days ago".
 * @param {number} time
 * @param {number} now
 */
export function ageText(time, now) {
  const age = Math.max(0, now - time);
  const [unit, length] = UNITS.find(([, each]) => age >= each) ?? ['second', Infinity];
  // "Now" and "yesterday", as one says; nobody says "this minute" of an age.
  const options = { ...DIGITS, numeric: /** @type {const} */ ('auto') };
  return new Intl.RelativeTimeFormat(document.documentElement.lang, options).format(
    -Math.floor(age / length),
    unit,
  );
}
