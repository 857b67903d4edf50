/** The list of steps on its page: reads them from the page, and moves each to its group. */

import { showTicks } from '../ticks.js';
import { word } from '../words.js';
import { isDue, plan } from './schedule.js';
import { showPapers } from './papers.js';
import { dayTold } from './told.js';

/** @import {Unit} from './days.js' */
/** @import {Papers} from './papers.js' */
/** @import {Group, Planned, Reader, Step} from './schedule.js' */

/** @typedef {Step & {item: HTMLElement, title: HTMLElement}} Listed */

/** @typedef {(name: string) => string|null|undefined} Attribute  gives the value of a step's attribute */

/**
 * A step from the attributes of its element.
 * @param {Attribute} attribute
 * @returns {Step}
 */
export function stepFrom(attribute) {
  const [anchor = '', number, unit, when = 'by'] = attribute('data-rule')?.split(' ') ?? [];
  const list = (/** @type {string} */ name) => attribute(name)?.split(' ') ?? [];
  return {
    key: attribute('id') ?? '',
    anchor,
    after: unit ? { number: Number(number), unit: /** @type {Unit} */ (unit) } : null,
    when: /** @type {Step['when']} */ (when),
    audiences: list('data-for'),
    nationalities: list('data-from'),
  };
}

/**
 * @param {HTMLElement} root
 * @param {Papers|null} papers  null where the documents are on a page of their own
 * @returns {{show: (reader: Reader|null) => Record<Group, Planned<Listed>[]>|null}} `show` puts
 *   every step into its group; for null, of a reader who has said nothing, into the one list
 */
export function stepList(root, papers) {
  /** @type {NodeListOf<HTMLElement>} */
  const items = root.querySelectorAll('.steps > li');
  const steps = [...items].map(listed);
  addTicks(root, steps);
  if (papers) for (const { key, item } of steps) showPapers(item, papers.get(key) ?? []);
  if (papers) root.querySelector('[data-papers]')?.remove();
  showTicks();
  const show = (/** @type {Reader|null} */ reader) => {
    const groups = reader && plan(steps, reader);
    for (const { item } of steps) {
      item.querySelector('.day')?.remove();
      const box = item.querySelector('input');
      if (box) mark(box);
    }
    const all = steps.map((step) => ({ step, group: /** @type {const} */ ('next') }));
    for (const place of root.querySelectorAll('[data-group]')) {
      const name = /** @type {Group} */ (place.getAttribute('data-group'));
      fill(place, groups ? groups[name] : name === 'next' ? all : []);
    }
    for (const planned of Object.values(groups ?? {}).flat()) tellDay(planned, reader?.today ?? '');
    const title = root.querySelector('h2[data-title]');
    if (title) name(title, groups !== null);
    return groups;
  };
  return { show };
}

/**
 * @param {HTMLElement} item
 * @returns {Listed}
 */
function listed(item) {
  const title = /** @type {HTMLElement} */ (item.querySelector('h3'));
  return { ...stepFrom((name) => item.getAttribute(name)), item, title };
}

/**
 * A ticked step stays where it is until the page is opened anew, so that nothing jumps away and a
 * slip of the finger can be undone.
 * @param {HTMLElement} root
 * @param {Listed[]} steps
 */
function addTicks(root, steps) {
  const template = root.querySelector('template[data-tick-box]');
  if (!(template instanceof HTMLTemplateElement)) return;
  for (const { key, item, title } of steps) {
    const label = /** @type {Element} */ (template.content.cloneNode(true)).firstElementChild;
    const box = label?.querySelector('input');
    const text = label?.querySelector('span');
    if (!label || !box || !text) continue;
    box.dataset['tick'] = key;
    text.textContent = word('step-done', { title: title.textContent ?? '' });
    item.prepend(label);
    box.addEventListener('change', () => mark(box));
  }
}

/** @param {HTMLInputElement} box */
const mark = (box) => box.closest('li')?.classList.toggle('ticked', box.checked);

/**
 * @param {Element} place
 * @param {{step: Listed}[]} planned
 */
function fill(place, planned) {
  place.querySelector('.steps')?.append(...planned.map(({ step }) => step.item));
  const number = place.querySelector('[data-number]');
  if (number) number.textContent = String(planned.length);
  place.toggleAttribute('hidden', !planned.length);
}

/**
 * @param {Planned<Listed>} planned
 * @param {string} today
 */
function tellDay(planned, today) {
  if (!planned.day || planned.group === 'others') return;
  const line = document.createElement('p');
  line.className = 'day';
  line.toggleAttribute('data-due', isDue(planned, today));
  const [day = '', near] = dayTold(planned, today);
  line.append(day);
  if (near) {
    const distance = document.createElement('span');
    distance.className = 'distance';
    distance.textContent = `\u00A0· ${near}`;
    line.append(distance);
  }
  planned.step.title.after(line);
}

/**
 * The list's title is another when it does not hold all steps any more.
 * @param {Element} title
 * @param {boolean} isPart
 */
function name(title, isPart) {
  const other = title.getAttribute('data-title') ?? '';
  if (isPart === title.hasAttribute('data-part')) return;
  title.setAttribute('data-title', title.textContent ?? '');
  title.textContent = other;
  title.toggleAttribute('data-part', isPart);
}
