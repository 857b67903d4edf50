/** The pages that stand in for one that cannot be had. */

import { compose, escape, restOf } from './compose.js';

/** @import {Whole} from './store.js' */
/** @import {Pack} from './pack.js' */

/**
 * Says, in the words of a kept pack and in its shell, that an address is not on this phone, and
 * offers it in the languages that are.
 * @param {Pack} pack
 * @param {Whole} kept  the languages that can be read
 * @param {URL} url  what was asked for
 * @returns {string} HTML
 */
export function notKeptPage({ header }, kept, url) {
  const { title, not_kept, kept: offer, retry } = header.offline;
  const rest = restOf(url.pathname);
  const links = kept.release.languages
    .filter(({ code }) => kept.languages.includes(code))
    .map(
      ({ code, lang, dir, name }) =>
        `<li><a href="/${code}${escape(rest)}" lang="${escape(lang)}" dir="${dir}" ` +
        `hreflang="${escape(lang)}" data-language="${code}">${escape(name)}</a></li>`,
    );
  const here = escape(url.pathname + url.search);
  const fragment =
    `<h1>${escape(title)}</h1>\n<p class="lead">${escape(not_kept)}</p>\n` +
    `<p><a class="button" href="${here}">${escape(retry)}</a></p>\n` +
    `<p>${escape(offer)}</p>\n<ul class="plain">\n${links.join('\n')}\n</ul>`;
  return compose(header.shell, { address: url.pathname, title, description: '', fragment });
}

/**
 * [tag, direction, there is no network and nothing is kept, try again]: the only sentences of the
 * worker itself, since here there is no pack to take them from.
 */
const NOTHING = [
  ['en', 'ltr', 'No network, and this guide is not on this phone yet.', 'Try again'],
  ['fr', 'ltr', "Pas de réseau, et ce guide n'est pas encore sur ce téléphone.", 'Réessayer'],
  ['es', 'ltr', 'Sin conexión, y esta guía aún no está en este teléfono.', 'Reintentar'],
  ['pt', 'ltr', 'Sem rede, e este guia ainda não está neste telefone.', 'Tentar novamente'],
  ['ar', 'rtl', 'لا توجد شبكة، وهذا الدليل غير محفوظ على هذا الهاتف بعد.', 'إعادة المحاولة'],
  ['zh', 'ltr', '没有网络，本指南尚未保存到这部手机上。', '重试'],
  ['vi', 'ltr', 'Không có mạng, và hướng dẫn này chưa được lưu trên điện thoại.', 'Thử lại'],
  ['uk', 'ltr', 'Немає мережі, а цього довідника ще немає на цьому телефоні.', 'Спробувати ще раз'],
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
