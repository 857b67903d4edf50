/** Tells the reader what newer releases changed: a line in the footer, the list on "This phone". */

import { findPage } from '../worker/pack.js';
import { keptLanguage, packText } from './kept-pack.js';
import { mark } from './marks.js';
import { newsAfter, readNews, unseen, writeNews } from './news.js';
import { setText } from './sigles.js';
import { versionsIn } from './versions.js';
import { dayText, word } from './words.js';

/** @import {LanguageStatus, Status} from '../worker/messages.js' */
/** @import {Brought} from './news.js' */

/**
 * Looks what a release changed, if no page of this phone has done so yet.
 * @param {Status} status
 * @param {string|null} code  of the page
 */
export async function notice(status, code) {
  const { release, since } = status;
  const language = keptLanguage(status, code);
  if (release === null || since === null || !language) return;
  const known = readNews();
  if (known?.release === release && known.code === language.code) return;
  const text = await packText(language);
  if (text === null) return;
  const now = { release, at: since, code: language.code, versions: versionsIn(text) };
  // Read again: another tab may have noticed meanwhile.
  writeNews(newsAfter(readNews(), now));
}

/** The line in the footer, while there is something the reader has not seen. */
export function showNewsLine() {
  const line = document.querySelector('[data-news]');
  const link = line?.querySelector('a');
  if (!line || !link) return;
  const news = readNews();
  const number = news ? unseen(news) : 0;
  line.toggleAttribute('hidden', number === 0);
  const text = number ? word('news', { number }) : '';
  if (link.textContent !== text) link.textContent = text;
}

/**
 * What the reader has not seen yet, on the start page.
 * @param {Status} status
 * @param {string|null} code  of the page
 */
export async function showFresh(status, code) {
  const place = document.querySelector('[data-fresh]');
  const news = readNews();
  const language = keptLanguage(status, code);
  const fresh = news?.log.filter(({ at }) => at > news.seen) ?? [];
  if (!place || !language || (!fresh.length && !place.firstChild)) return;
  const text = await packText(language);
  if (text === null) return;
  const foreign = language.code !== code;
  place.replaceChildren(...fresh.flatMap((brought) => entry(brought, language, text, foreign)));
}

/**
 * The list on the page "This phone". What is listed counts as seen.
 * @param {Element} root
 * @param {Status} status
 * @param {string|null} code  of the page
 */
export async function listChanges(root, status, code) {
  const section = root.querySelector('[data-changes]');
  const news = readNews();
  const language = keptLanguage(status, code);
  if (!section || !news?.log.length || !language) return;
  const text = await packText(language);
  if (text === null) return;
  section.querySelector('[data-log]')?.replaceChildren(
    ...news.log.flatMap((brought) => entry(brought, language, text, language.code !== code)),
  );
  section.removeAttribute('hidden');
  writeNews({ ...news, seen: news.log[0]?.at ?? news.seen });
}

/**
 * A day, and links to what changed on it.
 * @param {Brought} brought
 * @param {LanguageStatus} language
 * @param {string} pack  its text
 * @param {boolean} foreign  whether that is another language than the page's
 * @returns {Element[]}
 */
function entry({ at, changed, added }, language, pack, foreign) {
  const title = document.createElement('h3');
  title.textContent = dayText(at);
  const list = document.createElement('ul');
  list.className = 'plain';
  for (const rest of [...changed, ...added]) {
    const address = `/${language.code}${rest}`;
    const page = findPage(pack, address);
    if (!page) continue; // a later release took it away again
    const link = document.createElement('a');
    link.href = address;
    setText(link, page.title);
    if (foreign) Object.assign(link, { lang: language.lang, dir: language.dir });
    const item = document.createElement('li');
    item.append(link);
    mark(item, added.includes(rest) ? word('new') : '');
    list.append(item);
  }
  return list.children.length ? [title, list] : [];
}
