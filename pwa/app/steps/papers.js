/**
 * The documents of each step, which stand on a page of their own, inside the steps: folded in, and
 * read from the kept pack.
 */

import { blocks } from '../../search/html.js';
import { word } from '../words.js';

/** @typedef {{tick: string, text: string, lang: string, isOlder: boolean}} Paper */
/** @typedef {Map<string, Paper[]>} Papers  by the key of their step */

const BOX = /<li[^>]*><label><input type="checkbox" data-tick="(\w+)">.*?<\/li>/g;

/**
 * @param {string} fragment  of the page of documents
 * @returns {Papers}
 */
export function papersOf(fragment) {
  const [, ...items] = fragment.split('<li id="');
  return new Map(
    items.map((item) => [
      item.slice(0, item.indexOf('"')),
      [...item.matchAll(BOX)].map(([html, tick = '']) => {
        const [block] = blocks(isolated(html));
        const isOlder = block?.mark === 'older';
        return { tick, text: block?.text ?? '', lang: block?.lang ?? '', isOlder };
      }),
    ]),
  );
}

/**
 * What HTML isolates from the text around it, plain text isolates by characters (UAX #9).
 * @param {string} html
 */
const isolated = (html) =>
  html.replace(/<bdi dir="ltr">/g, '\u2066').replace(/<bdi>/g, '\u2068').replace(/<\/bdi>/g, '\u2069');

/**
 * @param {HTMLElement} item
 * @param {readonly Paper[]} papers
 */
export function showPapers(item, papers) {
  if (!papers.length) return;
  const box = document.createElement('details');
  const summary = document.createElement('summary');
  const list = document.createElement('ul');
  box.className = 'papers';
  summary.textContent = word('step-documents', { number: papers.length });
  list.className = 'tasks';
  list.append(...papers.map(entry));
  box.append(summary, list);
  item.append(box);
}

/** @param {Paper} paper */
function entry({ tick, text, lang, isOlder }) {
  const item = document.createElement('li');
  const label = document.createElement('label');
  const box = document.createElement('input');
  const name = document.createElement('span');
  if (lang) Object.assign(item, { lang, dir: 'auto' });
  if (isOlder) item.className = 'older';
  box.type = 'checkbox';
  box.dataset['tick'] = tick;
  name.textContent = text;
  label.append(box, name);
  item.append(label);
  return item;
}
