/** The next steps on the start page, counted from the steps of the kept pack. */

import { CACHE, POINTER } from '../../worker/names.js';
import { blocks } from '../../search/html.js';
import { word } from '../words.js';
import { stepFrom } from './list.js';
import { readReader } from './page.js';
import { plan } from './schedule.js';
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
  const html = await stepsPage(code);
  if (!html) return;
  const { past, next } = plan(stepsOf(html), reader);
  const shown = next.filter(({ day }) => day).slice(0, SHOWN);
  const part = (/** @type {string} */ name) => root.querySelector(`[data-next="${name}"]`);
  const hide = (/** @type {string} */ name, /** @type {boolean} */ isHidden) =>
    part(name)?.toggleAttribute('hidden', isHidden);
  const late = part('past')?.querySelector('a');
  if (late) late.textContent = word('steps-past', { number: past.length });
  hide('past', !past.length);
  part('list')?.replaceChildren(
    ...shown.map((planned) => item(planned, `/${code}/steps/`, reader.today)),
  );
  hide('list', !shown.length);
  // Without a day nothing can be counted: then the invitation to give one stays.
  const hasDays = Object.keys(reader.dates).length > 0;
  hide('invite', hasDays);
  hide('none', !hasDays || shown.length + past.length > 0);
}

/**
 * The page of steps from the phone, or else from the network.
 * @param {string} code
 * @returns {Promise<string|null>}
 */
async function stepsPage(code) {
  const address = `/${code}/steps/`;
  try {
    return (await keptFragment(code, address)) ?? (await (await fetch(address)).text());
  } catch {
    return null;
  }
}

/**
 * @param {string} code
 * @param {string} address
 * @returns {Promise<string|null>} null where the language is not kept
 */
async function keptFragment(code, address) {
  const cache = await globalThis.caches?.open(CACHE);
  const pointer = await (await cache?.match(POINTER))?.json();
  /** @type {{code: string, pack: string}[]} */
  const languages = pointer?.release.languages ?? [];
  const pack = languages.find((language) => language.code === code)?.pack;
  const text = pack && (await (await cache.match(pack))?.text());
  if (!text) return null;
  const from = text.indexOf(`\n{"address":"${address}"`);
  if (from < 0) return null;
  const to = text.indexOf('\n', from + 1);
  return JSON.parse(text.slice(from, to < 0 ? undefined : to)).fragment;
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
    const attribute = (/** @type {string} */ name) => {
      const found = new RegExp(` ${name}(?:="([^"]*)")?(?= |$)`).exec(tag);
      return found && (found[1] ?? '');
    };
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
  name.textContent = title.text;
  if (title.lang) Object.assign(name, { lang: title.lang, dir: 'auto' });
  link.append(name);
  const day = document.createElement('small');
  day.className = 'day';
  day.textContent = dayTold(planned, today);
  link.append(' ', day);
  const element = document.createElement('li');
  element.append(link);
  return element;
}
