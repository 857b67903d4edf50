/** The page of steps: who the reader is, the list with its days, the calendar and print. */

import { dayOf } from '../opened.js';
import { readTicks } from '../ticks.js';
import { readWho } from '../who.js';
import { word } from '../words.js';
import { calendar } from './calendar.js';
import { calendarDays } from './calendar-days.js';
import { saveFile } from './file.js';
import { readerForm } from './form.js';
import { keptFragment } from './kept-fragment.js';
import { stepList } from './list.js';
import { papersOf } from './papers.js';
import { readDates } from './reader-days.js';

/** @import {Reader} from './schedule.js' */

/**
 * What the reader has said so far; null where it is nothing.
 * @param {Date} now
 * @returns {Reader|null}
 */
export function readReader(now) {
  const who = readWho();
  const dates = readDates();
  const ticks = [...readTicks()].filter((tick) => tick.startsWith('steps#'));
  const done = new Set(ticks.map((tick) => tick.slice('steps#'.length)));
  const isSaid = who.audience || who.nationality || Object.keys(dates).length || done.size;
  return isSaid ? { who, dates, done, today: dayOf(now) } : null;
}

/** @param {HTMLElement} root */
export async function page(root) {
  const box = root.querySelector('details.reader');
  if (!(box instanceof HTMLDetailsElement)) return;
  const papers = await keptFragment('/steps/documents/');
  const list = stepList(root, papers === null ? null : papersOf(papers));
  let today = '';
  const show = () => {
    const now = new Date();
    today = dayOf(now);
    return list.show(readReader(now));
  };
  const fill = readerForm(box, show);
  const again = () => {
    fill();
    show();
  };
  show();
  root.setAttribute('data-ready', '');
  addEventListener('storage', again);
  addEventListener('pageshow', ({ persisted }) => persisted && again());
  // A page that stays open over midnight counts from the new day.
  document.addEventListener('visibilitychange', () => today !== dayOf(new Date()) && show());
  addEventListener('hashchange', () => reveal(root));
  reveal(root);
  act(root, show);
  unfoldOnPaper(root);
}

/**
 * Opens what the address points at, where it is folded in.
 * @param {HTMLElement} root
 */
function reveal(root) {
  const id = location.hash.slice(1);
  const target = id && document.getElementById(id);
  if (!target || !root.contains(target)) return;
  /** @type {Element|null} */
  let around = target;
  while ((around = around?.closest('details') ?? null)) {
    around.toggleAttribute('open', true);
    around = around.parentElement;
  }
  target.scrollIntoView();
}

/**
 * What is folded in is not printed: documents of the reader's steps are to be on the paper.
 * @param {HTMLElement} root
 */
function unfoldOnPaper(root) {
  /** @type {Element[]} */
  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = [...root.querySelectorAll('.papers:not([open])')];
    for (const papers of unfolded) papers.toggleAttribute('open', true);
  });
  addEventListener('afterprint', () => {
    for (const papers of unfolded) papers.toggleAttribute('open', false);
  });
}

/**
 * @param {HTMLElement} root
 * @param {() => ReturnType<ReturnType<typeof stepList>['show']>} show
 */
function act(root, show) {
  const message = root.querySelector('[data-message]');
  const actions = {
    calendar: () => {
      const days = calendarDays(show()?.next ?? [], dayOf(new Date()));
      if (!days.length) return word('calendar-empty');
      const { host } = location;
      const { lang } = document.documentElement;
      const name = document.title;
      saveFile('livret.ics', 'text/calendar', calendar({ name, host, lang, now: new Date(), days }));
      return word('calendar-made', { number: days.length });
    },
    print: () => {
      print();
      return '';
    },
  };
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button[data-action]');
    const name = button && button.getAttribute('data-action');
    if (message && (name === 'calendar' || name === 'print')) message.textContent = actions[name]();
  });
}
