/** What the worker itself puts on a page: the pages that stand in for one that cannot be had. */

import { compose, escape, restOf } from './compose.js';
import { REPAIR } from './names.js';

/** @import {Whole} from './store.js' */
/** @import {Offline, Pack} from './pack.js' */

/**
 * Says that a language is not on this phone, and why: in its own words first, which are those its
 * reader knows, then in those of the kept pack whose shell is around them. Offers the address in
 * the languages that are kept.
 * @param {Pack} pack
 * @param {Whole} kept  the languages that can be read
 * @param {URL} url  what was asked for
 * @param {string} code  its language
 * @param {'lost'|'not_kept'} why  whether it was kept and cannot be read, or was never kept
 * @returns {string} HTML
 */
export function notKeptPage({ header: { code: own, offline, shell } }, kept, url, code, why) {
  const rest = restOf(url.pathname);
  const links = kept.release.languages
    .filter(({ code }) => kept.languages.includes(code))
    .map(
      ({ code, lang, dir, name }) =>
        `<li><a href="/${code}${escape(rest)}" lang="${escape(lang)}" dir="${dir}" ` +
        `hreflang="${escape(lang)}" data-language="${code}">${escape(name)}</a></li>`,
    );
  const here = escape(url.pathname + url.search);
  const spoken = [...new Set([code, own])].flatMap((each) => offline[each] ?? []);
  const inEach = (/** @type {(words: Offline, place: number) => string} */ say) =>
    spoken.map(say).join('\n');
  const tagged = (/** @type {Offline} */ { lang, dir }) => `lang="${escape(lang)}" dir="${dir}"`;
  // What happened, what can be read now, what can be done about it.
  const happened = inEach((words, place) => {
    const level = place ? 'h2' : 'h1';
    return (
      `<div ${tagged(words)}><${level}>${escape(words.title)}</${level}>` +
      `<p class="lead">${escape(words[why])}</p></div>`
    );
  });
  const readable = inEach((words) => `<span ${tagged(words)}>${escape(words.kept)}</span>`);
  // Both do the same: the one in the reader's own words stands out.
  const again = inEach((words, place) => {
    const weight = place ? 'quiet' : 'primary';
    return `<a class="button ${weight}" ${tagged(words)} href="${here}">${escape(words.retry)}</a>`;
  });
  const fragment =
    `${happened}\n<h2 class="read-instead">${readable}</h2>\n` +
    `<ul class="plain">\n${links.join('\n')}\n</ul>\n<p class="actions">${again}</p>`;
  const title = spoken[0]?.title ?? '';
  return compose(shell, { address: url.pathname, title, description: '', fragment });
}

/**
 * Stands above a page while pages do not come up; its link needs no script.
 * @param {Pack} pack
 * @returns {string} HTML
 */
export function unwellNotice({ header: { code, offline } }) {
  const { unwell, repair } = offline[code] ?? {};
  return unwell && repair
    ? `<p class="state" role="note">${escape(unwell)} ` +
        `<a href="/${code}/phone/${REPAIR}">${escape(repair)}</a></p>\n`
    : '';
}

/**
 * [tag, direction, there is no network and nothing is kept, try again]: the only sentences of the
 * worker itself, since here there is no pack to take them from.
 */
const NOTHING = [
  ['en', 'ltr', 'No network, and this guide is not on this phone.', 'Try again'],
  ['fr', 'ltr', "Pas de réseau, et ce guide n'est pas sur ce téléphone.", 'Réessayer'],
  ['es', 'ltr', 'No hay conexión, y esta guía no está en este teléfono.', 'Intentar de nuevo'],
  ['pt', 'ltr', 'Não há internet, e este guia não está neste celular.', 'Tentar de novo'],
  ['ar', 'rtl', 'لا يوجد اتصال بالإنترنت، وهذا الدليل غير محفوظ على هذا الهاتف.', 'أعد المحاولة'],
  ['zh', 'ltr', '没有网络，这部手机上没有保存本指南。', '重试'],
  ['vi', 'ltr', 'Không có mạng, và cẩm nang này không có trên điện thoại.', 'Thử lại'],
  ['uk', 'ltr', 'Немає мережі, і цього довідника немає на цьому телефоні.', 'Спробувати ще раз'],
];

export const NOTHING_HEADERS = Object.freeze({
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});

/**
 * The page of a phone that has nothing; the language of the address comes first, English where it
 * is none of ours.
 * @param {string} code
 * @param {URL} url
 * @returns {string} HTML
 */
export function nothingPage(code, url) {
  const first = NOTHING.find(([lang]) => lang === code) ?? NOTHING[0] ?? [];
  const here = escape(url.pathname + url.search);
  const parts = [first, ...NOTHING.filter((entry) => entry !== first)].map(
    ([lang, dir, nothing, retry]) =>
      `<p lang="${lang}" dir="${dir}">${nothing} <a href="${here}">${retry}</a></p>`,
  );
  return (
    `<!doctype html>\n<html lang="${first[0]}" dir="${first[1]}">\n<head>\n<meta charset="utf-8">\n` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n' +
    `<meta name="color-scheme" content="light dark">\n<title>${first[2]}</title>\n</head>\n` +
    `<body>\n<main>\n${parts.join('\n')}\n</main>\n</body>\n</html>\n`
  );
}
