/**
 * Tells the reader what on this page is past its day. Only the phone can know: a page may be read
 * offline long after it was made, and then nothing but the phone's calendar says so.
 */

import { word } from './words.js';

/**
 * @typedef {object} Dated
 * @property {string} text  as the page shows it: "105 €"
 * @property {string} until  the last day, as 2027-08-31
 */

/**
 * The day in the reader's own time zone, as 2027-08-31.
 * @param {Date} now
 */
export const dayOf = (now) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part, index) => String(part).padStart(index ? 2 : 4, '0'))
    .join('-');

/**
 * Those of some figures that no longer hold on a day, each once. A last day still counts.
 * @param {string} today
 * @param {Iterable<Dated>} figures
 * @returns {Dated[]}
 */
export function expired(today, figures) {
  const past = [...figures].filter(({ until }) => until < today);
  return [...new Map(past.map((figure) => [`${figure.text} ${figure.until}`, figure])).values()];
}

/**
 * A day in the page's language, with the digits of the texts around it.
 * @param {string} day
 */
const dayText = (day) =>
  new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).format(new Date(`${day}T00:00Z`));

/** Puts a notice below the short answer where a figure has expired or a review is overdue. */
export function showPast(now = new Date()) {
  const article = document.querySelector('article[data-review]');
  if (!(article instanceof HTMLElement)) return;
  const today = dayOf(now);
  /** @type {NodeListOf<HTMLElement>} */
  const shown = article.querySelectorAll('data[data-until]');
  const figures = [...shown].map((element) => {
    const figure = { text: element.textContent ?? '', until: element.dataset['until'] ?? '' };
    element.classList.toggle('past', figure.until < today);
    return figure;
  });
  const review = article.dataset['review'] ?? '';
  const sentences = expired(today, figures).map(({ text, until }) =>
    word('figure-past', { figure: text, date: dayText(until) }),
  );
  if (review < today) sentences.push(word('review-past', { date: dayText(review) }));
  if (sentences.length) article.querySelector('.short')?.after(noticeOf(sentences));
}

/** @param {string[]} sentences */
function noticeOf(sentences) {
  const notice = document.createElement('div');
  notice.className = 'state';
  notice.setAttribute('role', 'note');
  notice.append(
    ...sentences.map((sentence) => {
      const line = document.createElement('p');
      line.textContent = sentence;
      return line;
    }),
  );
  return notice;
}
