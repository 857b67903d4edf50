/** Hands an answer on: as text, as a code for another phone's camera, on paper. */

import { element } from './element.js';
import { neutralLink, paper } from './paper.js';
import { qrImage } from './qr.js';
import { sheet } from './sheet.js';
import { apart } from '../together.js';
import { word } from '../words.js';

/** The answer in a few lines that need nothing else to be understood. */
export function shareText() {
  const text = (/** @type {string} */ selector) =>
    [...document.querySelectorAll(selector)]
      .map((each) => apart(own(each).replace(/[ \n\t]+/g, ' ')).trim())
      .filter(Boolean)
      .join(' ');
  return [text('h1'), text('.short'), text('[data-share]'), neutralLink()]
    .filter(Boolean)
    .join('\n\n');
}

/**
 * The text of an element without a second language that stands beside it.
 * @param {Element} part
 */
function own(part) {
  const copy = /** @type {Element} */ (part.cloneNode(true));
  for (const other of copy.querySelectorAll('.other')) other.remove();
  return copy.textContent ?? '';
}

/** @param {HTMLElement} button */
export function share(button) {
  const link = neutralLink();
  const text = shareText();
  const said = element('p', { className: 'said-here' });
  said.setAttribute('role', 'status');
  const actions = element('p', { className: 'actions' });
  const action = (/** @type {string} */ name, /** @type {() => void} */ act) => {
    const made = element('button', { type: 'button' }, word(name));
    made.addEventListener('click', act);
    actions.append(made);
  };
  if ('share' in navigator) action('send', () => void navigator.share({ text }).catch(() => {}));
  action('copy', () => void copy(text, said));
  const code = element(
    'figure',
    { className: 'code' },
    qrImage(link, word('qr')),
    element('figcaption', {}, word('qr-use')),
    element('p', { dir: 'ltr', className: 'link' }, link),
  );
  const dialog = sheet([word('share-title')], [actions, said, code], button);
  action('print', () => {
    dialog.close();
    paper();
    window.print();
  });
}

/**
 * @param {string} text
 * @param {HTMLElement} said
 */
async function copy(text, said) {
  try {
    await navigator.clipboard.writeText(text);
    said.textContent = word('copied');
  } catch {
    // Some browsers inside other apps have no clipboard: then the reader copies by hand.
    const field = element('textarea', { value: text, readOnly: true, rows: 8 });
    field.setAttribute('aria-label', word('copy-by-hand'));
    said.replaceChildren(word('copy-by-hand'), field);
    field.select();
  }
}
