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
/** How long the reader must pause before the results below the screen are made. */
const REST = 200;
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
 * How many results a screen shows; what is below comes with a pause, or when it is gone to.
 * @param {number} height  of the screen
 */
const shownAtOnce = (height) => Math.max(1, Math.ceil((height - ABOVE) / HEIGHT));

/**
 * Fills the elements below the field.
 * @param {HTMLElement} root
 * @param {HTMLInputElement} field
 */
function shower(root, field) {
  const parts = new Map(
    [...root.querySelectorAll('[data-found]')].map((each) => [each.getAttribute('data-found'), each]),
  );
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (parts.get(name));
  const template = /** @type {HTMLTemplateElement} */ (root.querySelector('template[data-result]'));
  // Asked for with each key, the height would have the browser lay out the page first.
  let soon = shownAtOnce(innerHeight);
  addEventListener('resize', () => (soon = shownAtOnce(innerHeight)));
  /** @type {Result[]} the newest */
  let last = [];
  const fill = (/** @type {number} */ most) => {
    const own = last.filter((each) => each.fits);
    const others = last.filter((each) => !each.fits);
    fillList(part('list'), template, own, most);
    fillList(part('others'), template, others, most - own.length);
    box.number();
  };
  /** @type {ReturnType<typeof setTimeout>|undefined} while some results are not made */
  let resting;
  const rest = () => {
    if (resting === undefined) return;
    clearTimeout(resting);
    resting = undefined;
    fill(last.length);
  };
  const box = combobox(field, part('options'), rest);
  addEventListener('scroll', rest, { passive: true });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const say = (/** @type {string} */ text) => {
    clearTimeout(timer);
    timer = setTimeout(() => (part('said').textContent = text), PAUSE);
  };
  return {
    nothing() {
      last = [];
      clearTimeout(resting);
      resting = undefined;
      part('area').hidden = true;
      part('start').hidden = false;
      box.show(false);
      say('');
    },
    /** @param {Found} found */
    found({ results, near }) {
      last = results;
      clearTimeout(resting);
      fill(soon);
      resting = setTimeout(rest, REST);
      const some = results.length > 0;
      const others = results.some((each) => !each.fits);
      hide(part('others'), !others);
      hide(part('others-title'), !others);
      hide(part('options'), !some);
      box.show(some);
      const count = some ? word('found', { number: results.length }) : '';
      if (part('count').textContent !== count) part('count').textContent = count;
      hide(part('nothing'), some);
      // One takes the other's place in the same frame, so that nothing is pushed about.
      hide(part('area'), false);
      part('area').classList.toggle('empty', !some);
      hide(part('start'), some);
      hide(part('near'), !near.length);
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

/**
 * Hides an element or shows it. To say what is so already would have the browser look at the styles
 * of everything around it.
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}

/** @param {string} query */
function suggestion(query) {
  const link = document.createElement('a');
  link.href = `?q=${encodeURIComponent(query)}`;
  link.textContent = query;
  return link;
}
