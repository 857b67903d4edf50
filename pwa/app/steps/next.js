/** The next steps on the start page, counted from the steps of the kept pack. */

import { blocks } from '../../search/html.js';
import { setText } from '../sigles.js';
import { word } from '../words.js';
import { keptFragment } from './kept-fragment.js';
import { stepFrom } from './list.js';
import { readReader } from './page.js';
import { isDue, plan } from './schedule.js';
import { dayTold } from './told.js';

/** @import {Block} from '../../search/html.js' */
/** @import {Planned, Step} from './schedule.js' */

/** @typedef {Step & {title: Block}} Titled */

const SHOWN = 3;

/** @param {HTMLElement} root */
export async function nextSteps(root) {
  const reader = readReader(new Date());
  const { code = '' } = document.documentElement.dataset;
  if (!reader) return;
  const page = `/${code}/steps/`;
  const html = await stepsPage(page);
  if (!html) return;
  const { past, next, open } = plan(stepsOf(html), reader);
  // What was around a day that is over has had its time on this page.
  const ahead = next.filter(({ kind, day }) => day && (kind !== 'around' || day >= reader.today));
  const shown = [...ahead, ...open].slice(0, SHOWN);
  const part = (/** @type {string} */ name) => root.querySelector(`[data-next="${name}"]`);
  const hide = (/** @type {string} */ name, /** @type {boolean} */ isHidden) =>
    part(name)?.toggleAttribute('hidden', isHidden);
  const late = part('past')?.querySelector('a');
  if (late) late.textContent = word('steps-past', { number: past.length });
  hide('past', !past.length);
  part('list')?.replaceChildren(
    ...shown.map((planned) => item(planned, page, reader.today)),
  );
  hide('list', !shown.length);
  // Without a day nothing can be counted: then the invitation to give one stays.
  const hasDays = Object.keys(reader.dates).length > 0;
  hide('invite', hasDays);
  hide('none', !hasDays || shown.length + past.length > 0);
}

/**
 * The page of steps from the phone, or else from the network.
 * @param {string} address
 * @returns {Promise<string|null>}
 */
async function stepsPage(address) {
  const fragment = await keptFragment('/steps/');
  if (fragment) return fragment;
  const response = await fetch(address).catch(() => null);
  return response?.ok ? response.text() : null;
}

/**
 * The steps of their page's HTML.
 * @param {string} html
 * @returns {Titled[]}
 */
export function stepsOf(html) {
  const [, ...items] = html.split('<li id="');
  const steps = items.map((rest) => {
    const item = `<li id="${rest}`;
    const tag = item.slice(0, item.indexOf('>'));
    const attribute = (/** @type {string} */ name) =>
      new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const [head = ''] = item.split('</h3>', 1); // what follows closes more than it opens
    const title = blocks(head).find((block) => block.tag === 'h3');
    return { ...stepFrom(attribute), title: title ?? blank };
  });
  return steps.filter(({ anchor }) => anchor);
}

/** @type {Block} */
const blank = { tag: '', mark: '', key: '', lang: '', text: '' };

/**
 * @param {Planned<Titled>} planned
 * @param {string} page
 * @param {string} today
 */
function item(planned, page, today) {
  const { key, title } = planned.step;
  const link = document.createElement('a');
  link.href = `${page}#${key}`;
  const name = document.createElement('span');
  name.className = 'question';
  setText(name, title.text);
  if (title.lang) Object.assign(name, { lang: title.lang, dir: 'auto' });
  link.append(name);
  const day = document.createElement('small');
  day.className = 'day';
  day.toggleAttribute('data-due', isDue(planned, today));
  day.textContent = dayTold(planned, today).join('\u00A0· ');
  link.append(' ', day);
  const element = document.createElement('li');
  element.append(link);
  return element;
}
