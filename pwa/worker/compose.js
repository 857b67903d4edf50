/**
 * A page is a language's shell with a page's values in its slots. server/livret/compose.py does
 * the same for HTTP; for every page of a release both give the same bytes.
 */

/** @import {Page} from './pack.js' */

/** @type {Record<string, string>} */
const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' };
const CURRENT = 'current:';
const EXCEPT = 'except:';
const ALWAYS = 'always';

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/**
 * What follows the language in an address: "/health/lost/" of "/ar/health/lost/", "/" of "/ar".
 * @param {string} address
 */
export const restOf = (address) => /^.[^/]*(\/.*)/.exec(address)?.[1] ?? '/';

/**
 * The HTML document of a page.
 * @param {readonly string[]} shell  literal HTML at even places, slot names at odd ones
 * @param {Pick<Page, 'address'|'title'|'description'|'fragment'>} page
 * @returns {string}
 */
export function compose(shell, page) {
  const rest = restOf(page.address);
  const slots = new Map([
    ['title', escape(page.title)],
    ['description', escape(page.description)],
    ['rest', escape(rest)],
    ['fragment', page.fragment],
  ]);
  const fill = (/** @type {string} */ name) => {
    if (name.startsWith(CURRENT)) return name === CURRENT + rest ? ' aria-current="page"' : '';
    const value = slots.get(name);
    if (value === undefined) throw new TypeError(`no value for the slot ${name}`);
    return value;
  };
  let shown = true;
  let html = '';
  for (const [place, part] of shell.entries()) {
    if (place % 2 && part.startsWith(EXCEPT)) {
      shown = !part.slice(EXCEPT.length).split(' ').includes(rest);
    } else if (place % 2 && part === ALWAYS) {
      shown = true;
    } else {
      const text = place % 2 ? fill(part) : part;
      if (shown) html += text;
    }
  }
  return html;
}
