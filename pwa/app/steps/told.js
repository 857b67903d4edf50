/** How a step's day is told in the page's language: "By 1 December 2026 · in 5 days". */

import { together } from '../together.js';
import { DIGITS, dayText, word } from '../words.js';
import { daysBetween } from './days.js';

/** @import {Planned, Step} from './schedule.js' */

/** Nearer than this, days are counted: further away, the date says it better. */
const NEAR = 31;

/**
 * @param {Pick<Planned<Step>, 'kind'|'day'|'group'>} planned
 * @param {string} today
 * @returns {string[]} the day, and how far it is where it is near; empty where it is not known
 */
export function dayTold({ kind, day, group }, today) {
  if (!day) return [];
  const isLate = day < today && group !== 'done';
  const name = isLate && kind === 'by' ? 'past' : isLate && kind === 'from' ? 'since' : kind;
  const text = word(`day-${name}`, { date: dayText(day) });
  const days = daysBetween(today, day);
  return group !== 'done' && days >= 0 && days <= NEAR ? [text, inDays(days)] : [text];
}

/** @param {number} days */
function inDays(days) {
  const options = { ...DIGITS, numeric: /** @type {const} */ ('auto') };
  const text = new Intl.RelativeTimeFormat(document.documentElement.lang, options);
  return together(text.format(days, 'day'));
}
