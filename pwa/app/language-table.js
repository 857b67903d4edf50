/** The table on the page "This phone": a row per language, with buttons to keep and remove it. */

import { sizeText, word } from './words.js';

/** @import {LanguageStatus, Status} from '../worker/messages.js' */

/**
 * @param {Element} root
 * @returns {{show(status: Status): void}|null} null where the page has no such table
 */
export function languageTable(root) {
  const body = root.querySelector('[data-languages]');
  const template = root.querySelector('template[data-row]');
  if (!body || !(template instanceof HTMLTemplateElement)) return null;
  /** @type {Map<string, Element>} */
  const rows = new Map();
  return {
    show({ languages }) {
      for (const language of languages) {
        // Rows are changed and not made anew: a pressed button keeps the focus.
        let row = rows.get(language.code);
        if (!row) {
          row = makeRow(template, language);
          if (!row) return;
          body.append(row);
          rows.set(language.code, row);
        }
        fill(row, language);
      }
      for (const [code, row] of rows) {
        if (languages.some((language) => language.code === code)) continue;
        row.remove();
        rows.delete(code);
      }
    },
  };
}

/**
 * @param {HTMLTemplateElement} template
 * @param {LanguageStatus} language
 */
function makeRow(template, { code, lang, dir, name }) {
  const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
  const row = copy.firstElementChild ?? undefined;
  const title = row?.querySelector('[data-cell="name"]');
  if (!row || !title) return undefined;
  title.textContent = name;
  title.setAttribute('lang', lang);
  title.setAttribute('dir', dir);
  title.id = `language-${code}`;
  for (const button of row.querySelectorAll('button')) {
    button.dataset['code'] = code;
    button.dataset['name'] = name;
    // Eight buttons named "Keep" tell nothing: each is named by its own text and its language.
    button.id = `${button.dataset['action']}-${code}`;
    button.setAttribute('aria-labelledby', `${button.id} ${title.id}`);
  }
  return row;
}

/**
 * @param {Element} row
 * @param {LanguageStatus} language
 */
function fill(row, { kept, size, transfer }) {
  setText(row, 'state', word(kept ? 'kept' : 'not-kept'));
  setText(row, 'size', sizeText(kept ? size : transfer));
  const focused = row.contains(document.activeElement);
  const shown = kept ? 'remove' : 'keep';
  for (const button of row.querySelectorAll('button')) {
    button.hidden = button.dataset['action'] !== shown;
    if (focused && !button.hidden) button.focus({ preventScroll: true });
  }
}

/**
 * @param {Element} row
 * @param {string} cell
 * @param {string} text
 */
function setText(row, cell, text) {
  const element = row.querySelector(`[data-cell="${cell}"]`);
  if (element) element.textContent = text;
}
