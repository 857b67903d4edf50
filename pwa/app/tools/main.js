/** The second script: what a reader may do with an answer or a word, brought when it is used. */

import styles from '../../styles/sheet.css';
import { adopt } from '../adopt.js';
import { beside, stayBeside } from './beside.js';
import { explain } from './explain.js';
import { listen } from './listen.js';
import { pageAt } from '../other-page.js';
import { share } from './share.js';

export { explain, stayBeside };

/**
 * Brings the words and the styles of the tools. The words stand on the page about reading.
 * @param {string|null} code  of the page
 */
export async function prepare(code) {
  const page = await pageAt(`/${code}/reading/`);
  if (typeof page === 'string') throw new Error(`the words of the tools are ${page}`);
  document.body.append(...page.querySelectorAll('main template[data-word]'));
  adopt(styles);
}

const tools = new Map(Object.entries({ beside, listen, share }));

/**
 * @param {string} name
 * @param {HTMLElement} button
 */
export const use = (name, button) => tools.get(name)?.(button);
