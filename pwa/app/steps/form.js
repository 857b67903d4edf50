/** The form in which readers say who they are and give their days; every change is kept at once. */

import { dayText } from '../words.js';
import { readWho, writeWho } from '../who.js';
import { LIMITS, isDay } from './days.js';
import { readDates, writeDates } from './reader-days.js';

/**
 * @param {HTMLElement} box  with the form inside, and `[data-said]` for what was said
 * @param {() => void} changed
 * @returns {() => void} shows what is kept
 */
export function readerForm(box, changed) {
  /** @type {NodeListOf<HTMLSelectElement>} */
  const choices = box.querySelectorAll('select');
  /** @type {NodeListOf<HTMLInputElement>} */
  const days = box.querySelectorAll('input[type="date"]');
  for (const day of days) Object.assign(day, LIMITS);
  const said = box.querySelector('[data-said]');
  const invitation = said?.textContent ?? '';
  const tell = () => {
    const parts = [
      ...[...choices].filter(({ value }) => value).map(chosen),
      ...[...days].filter(({ value }) => value).map(given),
    ];
    said?.replaceChildren(...(parts.length ? parts : [invitation]));
  };
  const show = () => {
    const known = { ...readDates(), ...readWho() };
    for (const field of [...choices, ...days]) {
      field.value = known[/** @type {keyof typeof known} */ (field.name)] ?? '';
      // A key that the guide no longer has selects nothing.
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
    }
    tell();
  };
  box.addEventListener('change', () => {
    const value = (/** @type {string} */ name) =>
      [...choices].find((choice) => choice.name === name)?.value ?? '';
    writeWho({ audience: value('audience'), nationality: value('nationality') });
    // Days of steps that this guide no longer has are kept: it may have them again.
    const here = [...days].map(({ name, value: day }) => [name, isDay(day) ? day : '']);
    writeDates({ ...readDates(), ...Object.fromEntries(here) });
    tell();
    changed();
  });
  show();
  return show;
}

/** @param {HTMLSelectElement} choice */
const chosen = ({ selectedOptions: [option] }) => part(option?.text ?? '');

/** @param {HTMLInputElement} field */
const given = ({ labels, value }) =>
  part(`${labels?.[0]?.textContent?.trim()} `, dayText(value));

/**
 * @param {string} text
 * @param {string} [day]  stands out from its name, so that no colon is needed, which each language sets apart in its own way
 */
function part(text, day) {
  const element = document.createElement('span');
  element.textContent = text;
  if (day) element.append(Object.assign(document.createElement('strong'), { textContent: day }));
  return element;
}
