/** What is to be done by when: the steps of the guide with the reader's own days. */

import { shift } from './days.js';

/** @import {Who} from '../../search/messages.js' */
/** @import {Unit} from './days.js' */

/** @typedef {Readonly<Record<string, string>>} Dates  the reader's days, by anchor */

/**
 * @typedef {object} Step
 * @property {string} key
 * @property {string} anchor  what it is counted from: "arrival", "permit-end"
 * @property {{number: number, unit: Unit}|null} after  null where it is only around that day
 * @property {'by'|'from'|'suggested'} when  whether the day is the last by a rule, the first, or one
 *   that no rule sets
 * @property {string[]} audiences  whom it is for, everybody where empty
 * @property {string[]} nationalities
 */

/** @typedef {'past'|'next'|'open'|'undated'|'before'|'done'|'others'} Group */

/**
 * A step with its day, or null where the reader has not given the day it is counted from.
 * `kind` says what the day is: the last, the first, one that is suggested, or one to go by.
 * @template {Step} S
 * @typedef {{step: S, group: Group, kind: Step['when']|'around', day: string|null}} Planned
 */

/**
 * @typedef {object} Reader
 * @property {Who} who
 * @property {Dates} dates
 * @property {ReadonlySet<string>} done  keys of steps
 * @property {string} today
 */

/**
 * The steps by group: those past their last day, the next ones, those whose suggested day is over,
 * which is no deadline that was missed, those that wait for a day to be given, those that were due before a journey that is over, those that are done, and those that
 * are for other people. Dated ones stand in the order of their days, others in the guide's.
 * @template {Step} S
 * @param {readonly S[]} steps
 * @param {Reader} reader
 * @returns {Record<Group, Planned<S>[]>}
 */
export function plan(steps, reader) {
  /** @type {Record<Group, Planned<S>[]>} */
  const groups = { past: [], next: [], open: [], undated: [], before: [], done: [], others: [] };
  for (const step of steps) {
    const planned = place(step, reader);
    groups[planned.group].push(planned);
  }
  // What is possible since a day waits behind what must be done today; what was around a day that is
  // over, behind all that has a day to come.
  const turn = (/** @type {Planned<S>} */ { kind, day }) => {
    if (!day || day >= reader.today) return day ?? '';
    if (kind === 'from') return `${reader.today} ${day}`;
    return kind === 'around' ? `later ${day}` : day;
  };
  for (const group of [groups.past, groups.next, groups.open, groups.before])
    group.sort((one, other) => order(turn(one), turn(other)));
  return groups;
}

/**
 * @param {string} one
 * @param {string} other
 */
const order = (one, other) => (one < other ? -1 : one === other ? 0 : 1);

/**
 * @template {Step} S
 * @param {S} step
 * @param {Reader} reader
 * @returns {Planned<S>}
 */
function place(step, { who, dates, done, today }) {
  const day = dayOf(step, dates);
  /** @type {Planned<S>['kind']} */
  const kind = step.after ? step.when : 'around';
  /** @returns {Planned<S>} */
  const planned = (/** @type {Group} */ group) => ({ step, group, kind, day });
  if (done.has(step.key)) return planned('done');
  if (!isFor(step, who)) return planned('others');
  if (!day) return planned('undated');
  const { arrival } = dates;
  if (arrival && arrival <= today && day < arrival) return planned('before');
  if (day >= today) return planned('next');
  return planned(kind === 'by' ? 'past' : kind === 'suggested' ? 'open' : 'next');
}

/**
 * Whether today is the last day.
 * @param {Planned<Step>} planned
 * @param {string} today
 */
export const isDue = ({ kind, day, group }, today) =>
  kind === 'by' && day === today && group === 'next';

/**
 * @param {Step} step
 * @param {Dates} dates
 */
function dayOf({ anchor, after }, dates) {
  const from = dates[anchor];
  if (!from) return null;
  return after ? shift(from, after.number, after.unit) : from;
}

/**
 * Whether a step concerns a reader; what they did not say excludes nothing.
 * @param {Step} step
 * @param {Who} who
 */
const isFor = ({ audiences, nationalities }, { audience, nationality }) =>
  (!audiences.length || !audience || audiences.includes(audience)) &&
  (!nationalities.length || !nationality || nationalities.includes(nationality));
