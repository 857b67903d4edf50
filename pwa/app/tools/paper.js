/** What stands below a page on paper: an address that opens in whoever's language, and its code. */

import { codeOf } from '../languages.js';
import { element } from './element.js';
import { qrImage } from './qr.js';

/** The address of this page that names no language. */
export function neutralLink() {
  const { origin, pathname } = location;
  const rest = pathname.slice((codeOf(pathname) ?? '').length + 1);
  return rest === '/' ? `${origin}/` : `${origin}/go${rest.replace(/\/$/, '')}`;
}

/** Puts both below the page; paper alone shows them. */
export function paper() {
  document.querySelector('.paper')?.remove();
  const link = neutralLink();
  const page = document.querySelector('article') ?? document.querySelector('main');
  const text = element('p', {}, element('bdi', { dir: 'ltr' }, link));
  page?.append(element('div', { className: 'paper' }, qrImage(link, link), text));
}
