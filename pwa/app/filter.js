/** Shows only those words of the list that have what is typed. */

import { word } from './words.js';

/** @param {string} text */
const plain = (text) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']/g, "'");

/** Filters the list of words, where this page has it. */
export function filterWords() {
  const root = document.querySelector('[data-words]');
  const field = root?.querySelector('input');
  const count = root?.querySelector('[data-filtered]');
  if (!root || !field || !count) return;
  const groups = [...root.querySelectorAll('section')].map((section) => ({
    section,
    items: [...section.querySelectorAll('li')].map((item) => ({
      item,
      text: plain(item.textContent ?? ''),
    })),
  }));
  const show = () => {
    const wanted = plain(field.value.trim());
    let shown = 0;
    for (const { section, items } of groups) {
      const found = items.filter(({ item, text }) => !(item.hidden = !text.includes(wanted)));
      section.hidden = !found.length;
      shown += found.length;
    }
    root.querySelector('.letters')?.toggleAttribute('hidden', Boolean(wanted));
    count.textContent = wanted ? word('filtered', { number: shown }) : '';
  };
  field.addEventListener('input', show);
  if (field.value) show(); // a page that came back
}
