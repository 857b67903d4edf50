/**
 * What is needed only now and then is in a second script with its own styles, which the phone keeps
 * like the first: this brings it when something of it is used.
 */

import { read } from './settings.js';
import { scriptURL } from './trust.js';
import { word } from './words.js';

/** @typedef {typeof import('./tools/main.js')} Tools */

/** @type {Promise<Tools>|null} */
let coming = null;

/** @returns {Promise<Tools>} */
const script = () => import(scriptURL(document.documentElement.dataset['tools'] ?? ''));

/**
 * Has what goes below a page on paper at hand, on a phone that keeps the script: who prints from the
 * browser's menu leaves no time to bring it.
 */
export const readyForPaper = () =>
  void script().then(({ paper }) => addEventListener('beforeprint', paper), () => {});

/**
 * @param {string|null} code  of the page
 * @returns {Promise<Tools>} rejects where neither phone nor network has it
 */
function bring(code) {
  coming ??= script()
    .then(async (tools) => (await tools.prepare(code), tools))
    .catch((error) => {
      coming = null; // the next tap tries again
      throw error;
    });
  return coming;
}

/**
 * Explains a word where it stands, and starts the tools of an answer.
 * @param {string|null} code  of the page
 */
export function toolbox(code) {
  if (!('speechSynthesis' in window))
    document.querySelector('[data-tool="listen"]')?.toggleAttribute('hidden', true);
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element && event.target.closest('a.word, [data-tool]');
    if (!(target instanceof HTMLElement)) return;
    if (target instanceof HTMLAnchorElement) followWord(event, target, code);
    else void start(target, code);
  });
  const article = document.querySelector('[data-answer]');
  if (article && read('localStorage', 'beside')) bring(code).then((tools) => tools.stayBeside(), () => {});
}

/**
 * @param {MouseEvent} event
 * @param {HTMLAnchorElement} link
 * @param {string|null} code
 */
function followWord(event, link, code) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  bring(code)
    .then((tools) => tools.explain(link))
    .catch(() => location.assign(link.href));
}

/**
 * @param {HTMLElement} button
 * @param {string|null} code
 */
async function start(button, code) {
  const said = document.querySelector('[data-tool-said]');
  try {
    const tools = await bring(code);
    if (said) said.textContent = '';
    await tools.use(button.dataset['tool'] ?? '', button);
  } catch {
    if (said) said.textContent = word('tool-failed');
  }
}
