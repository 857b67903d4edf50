/** Marks answers that have changed since the reader opened them: in lists, and on the answer itself. */

import { restOf } from '../worker/compose.js';
import { readNews } from './news.js';
import { changedSince, noteOpening, readOpenings } from './opened.js';
import { dayText, word } from './words.js';

/**
 * Remembers that this answer was opened; says above it that it changed since the last time.
 * @param {string|undefined} code  the language it is shown in
 */
export function markAnswer(code) {
  const article = document.querySelector('article[data-version]');
  if (!(article instanceof HTMLElement) || !code) return;
  const version = article.dataset['version'] ?? '';
  const before = noteOpening(restOf(location.pathname), { code, version }, new Date());
  if (!before) return;
  const note = document.createElement('p');
  note.className = 'state';
  note.setAttribute('role', 'note');
  note.textContent = word('changed-since', { date: dayText(before) });
  // After the question in both languages.
  article.querySelector('h1 + .companion, h1:not(:has(+ .companion))')?.after(note);
}

/** Marks the links of lists, and on the start page the topics. Can be called again. */
export function markLists() {
  const news = readNews();
  if (!news) return;
  const changed = changedSince(readOpenings(), news.versions, news.code);
  for (const link of document.querySelectorAll('[data-list] a')) {
    const isChanged = link instanceof HTMLAnchorElement && changed.has(restOf(link.pathname));
    mark(link, isChanged ? word('changed') : '');
  }
  for (const count of document.querySelectorAll('[data-count]')) {
    const topic = count.getAttribute('data-count');
    const number = [...changed].filter((rest) => rest.startsWith(`/${topic}/`)).length;
    mark(count, number ? word('changed-count', { number }) : '');
  }
}

/**
 * @param {Element} element
 * @param {string} text  empty takes the mark away
 */
export function mark(element, text) {
  let span = element.querySelector('.mark');
  if (!text) return span?.remove();
  if (!span) {
    span = document.createElement('span');
    span.className = 'mark';
    element.append(' ', span);
  }
  if (span.textContent !== text) span.textContent = text;
}
