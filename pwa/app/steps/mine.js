/** What the reader has entered: saved to a file, read from one, erased. */

import { dayOf } from '../opened.js';
import { readTicks, writeTicks } from '../ticks.js';
import { readWho, writeWho } from '../who.js';
import { forgetReader } from '../settings.js';
import { word } from '../words.js';
import { saveFile } from './file.js';
import { readDates, writeDates } from './reader-days.js';
import { readFile, Refused, writeFile } from './reader-file.js';

/** @import {Entered} from './reader-file.js' */

/** @returns {Entered} */
const entered = () => ({ who: readWho(), days: readDates(), ticks: [...readTicks()] });

/** @param {Entered} entered */
function enter({ who, days, ticks }) {
  writeWho(who);
  writeDates(days);
  writeTicks(new Set(ticks));
}

/** @param {Entered} entered */
const isEmpty = ({ who, days, ticks }) =>
  !who.audience && !who.nationality && !Object.keys(days).length && !ticks.length;

/** @param {HTMLElement} root */
export function mine(root) {
  const output = root.querySelector('output');
  const file = root.querySelector('input[type="file"]');
  const say = (/** @type {string} */ text) => output && (output.textContent = text);
  const actions = new Map([
    ['save', save],
    ['erase', erase],
  ]);
  root.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('button[data-mine]');
    const name = button ? (button.getAttribute('data-mine') ?? '') : '';
    if (name === 'read' && file instanceof HTMLInputElement) file.click();
    const action = actions.get(name);
    if (action) say(action());
  });
  file?.addEventListener('change', async () => {
    const [chosen] = (file instanceof HTMLInputElement && file.files) || [];
    if (!chosen || !(file instanceof HTMLInputElement)) return;
    say(take(await chosen.text()));
    file.value = ''; // the same file can be chosen again
  });
  root.toggleAttribute('data-ready', true);
}

function save() {
  const own = entered();
  if (isEmpty(own)) return word('mine-empty');
  const day = dayOf(new Date());
  const name = `livret-${day}.json`;
  saveFile(name, 'application/json', writeFile(own, day));
  return word('mine-saved', { name });
}

function erase() {
  if (!confirm(word('mine-sure-erase'))) return '';
  forgetReader();
  return word('mine-erased');
}

/** @param {string} text */
function take(text) {
  try {
    const read = readFile(text);
    if (!isEmpty(entered()) && !confirm(word('mine-sure-read'))) return '';
    enter(read);
    return word('mine-read', { days: Object.keys(read.days).length, ticks: read.ticks.length });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return word(`mine-${error.reason}`, { place: error.place });
  }
}
