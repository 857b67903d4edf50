/** What of the list goes into the calendar: the steps that still lie ahead, in the page's words. */

import { restOf } from '../../worker/compose.js';
import { apart } from '../together.js';
import { word } from '../words.js';

/** @import {Day} from './calendar.js' */
/** @import {Listed} from './list.js' */
/** @import {Planned} from './schedule.js' */

/**
 * @param {readonly Planned<Listed>[]} planned
 * @param {string} today
 * @returns {Day[]}
 */
export const calendarDays = (planned, today) =>
  planned.flatMap(({ step, kind, day }) =>
    day && day >= today ? [dayOf(step, day, kind)] : [],
  );

/**
 * @param {Listed} step
 * @param {string} day
 * @param {Planned<Listed>['kind']} kind
 * @returns {Day}
 */
function dayOf({ key, item, title }, day, kind) {
  const texts = [...item.querySelectorAll('.when, .note')].map(textOf);
  if (kind === 'suggested') texts.push(word('calendar-suggested'));
  const documents = [...item.querySelectorAll('.tasks li')].map((one) => `☐ ${textOf(one)}`);
  return {
    key,
    day,
    ends: kind === 'by',
    title: textOf(title),
    lang: title.lang || document.documentElement.lang,
    text: [...texts, ...documents, word('calendar-check')].join('\n'),
    address: `${location.origin}/go${answerOf(title) ?? `/steps#${key}`}`,
  };
}

/**
 * The answer's address without its language: a calendar outlives the choice of a language.
 * @param {HTMLElement} title
 */
function answerOf(title) {
  const link = title.querySelector('a');
  return link && restOf(link.pathname).replace(/\/$/, '');
}

/** @param {Element} element */
const textOf = (element) => apart(element.textContent ?? '').trim();
