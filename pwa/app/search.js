/**
 * The field that finds while the reader types, with its results below it. The template brings all
 * elements and words (templates/find.html).
 */

import { combobox } from './combobox.js';
import { finder } from './finder.js';
import { keepQuery } from './query.js';
import { fillList } from './results.js';
import { word } from './words.js';
import { whoChoice } from './who-choice.js';

/** @import {Found, Result} from '../search/messages.js' */
/** @import {Finder} from './finder.js' */

/** How long the reader must pause before a screen reader is told what was found. */
const PAUSE = 900;
/** Where the first result begins and how high a short one is, in pixels, at least. */
const ABOVE = 280;
const HEIGHT = 120;

/** Finds on this page, where it has a field for it. */
export function search() {
  const root = document.querySelector('[data-search]');
  const form = root?.querySelector('form');
  const field = root?.querySelector('input');
  document.querySelector('[data-no-script]')?.remove();
  if (root instanceof HTMLElement && form && field) begin(root, form, field);
}

/**
 * @param {HTMLElement} root
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} field
 */
function begin(root, form, field) {
  const show = shower(root, field);
  const query = keepQuery(field);
  const who = whoChoice(root, () => ask());
  /** @type {Finder|null} */
  let started = null;
  const start = () => {
    const { search: address = '' } = root.dataset;
    const { code = '' } = document.documentElement.dataset;
    started ??= finder(address, code, {
      found: (reply) => void (field.value.trim() && show.found(reply)),
      more: () => ask(),
      failed: show.failed,
    });
    return started;
  };
  const ask = () => {
    const text = field.value.trim();
    if (text) start().find(field.value, who());
    else show.nothing();
  };
  field.addEventListener('focus', start, { once: true });
  field.addEventListener('input', () => {
    query.changed();
    ask();
  });
  const isHere = new URL(form.action).pathname === location.pathname;
  form.addEventListener('submit', (event) => {
    if (!isHere) return;
    event.preventDefault();
    query.flush();
    // Puts the on-screen keyboard away, which lies over the results.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
  });
  // A page that the browser kept whole comes back with its results; any other has only the query.
  if (field.value) ask();
  else if (isHere) whenFree(start);
}

/** @param {() => void} task */
function whenFree(task) {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 500 });
  else setTimeout(task, 100); // Safari
}

/**
 * How many results a screen shows; what is below them comes when the page is free.
 * @param {number} height  of the screen
 */
const shownAtOnce = (height) => Math.max(1, Math.ceil((height - ABOVE) / HEIGHT));

/**
 * Fills the elements below the field.
 * @param {HTMLElement} root
 * @param {HTMLInputElement} field
 */
function shower(root, field) {
  const part = (/** @type {string} */ name) =>
    /** @type {HTMLElement} */ (root.querySelector(`[data-found="${name}"]`));
  const box = combobox(field, part('options'));
  const template = /** @type {HTMLTemplateElement} */ (root.querySelector('template[data-result]'));
  // Asked for with each key, the height would have the browser lay out the page first.
  let soon = shownAtOnce(innerHeight);
  addEventListener('resize', () => (soon = shownAtOnce(innerHeight)));
  /** @type {Result[]} the newest */
  let last = [];
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const say = (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = setTimeout(() => (part('said').textContent = text), PAUSE);
  };
  return {
    nothing() {
      last = [];
      part('area').hidden = true;
      part('start').hidden = false;
      box.show(false);
      say('');
    },
    /** @param {Found} found */
    found({ results, near }) {
      const own = results.filter((each) => each.fits);
      const others = results.filter((each) => !each.fits);
      const fill = (/** @type {number} */ most) => {
        fillList(part('list'), template, own, most);
        fillList(part('others'), template, others, most - own.length);
        box.number();
      };
      fill(soon);
      last = results;
      whenFree(() => last === results && fill(results.length));
      part('others').hidden = part('others-title').hidden = !others.length;
      part('options').hidden = !results.length;
      box.show(results.length > 0);
      part('count').textContent = results.length ? word('found', { number: results.length }) : '';
      part('nothing').hidden = results.length > 0;
      // One takes the other's place in the same frame, so that nothing is pushed about.
      part('area').hidden = false;
      part('area').classList.toggle('empty', !results.length);
      part('start').hidden = results.length > 0;
      part('near').hidden = !near.length;
      part('nearest').replaceChildren(...near.map(suggestion));
      const first = results.find((each) => each.fits) ?? results[0];
      const title = first?.title.text ?? '';
      say(first ? word('found-first', { number: results.length, title }) : word('found-none'));
    },
    failed() {
      part('area').hidden = false;
      part('area').classList.add('empty');
      part('failed').hidden = false;
      part('start').hidden = false;
      say(part('failed').textContent ?? '');
    },
  };
}

/** @param {string} query */
function suggestion(query) {
  const link = document.createElement('a');
  link.href = `?q=${encodeURIComponent(query)}`;
  link.textContent = query;
  return link;
}
