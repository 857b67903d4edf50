/** The second script: what a reader may do with an answer or a word, brought when it is used. */

import styles from '../../styles/sheet.css';
import { adopt } from '../adopt.js';
import { beside, stayBeside } from './beside.js';
import { explain } from './explain.js';
import { listen } from './listen.js';
import { paper } from './paper.js';
import { pageAt } from '../other-page.js';
import { share } from './share.js';

export { explain, paper, stayBeside };

adopt(styles);

/**
 * Brings the words of the tools, which stand on the page about reading.
 * @param {string|null} code  of the page
 */
export async function prepare(code) {
  const page = await pageAt(`/${code}/reading/`);
  if (typeof page === 'string') throw new Error(`the words of the tools are ${page}`);
  document.body.append(...page.querySelectorAll('main template[data-word]'));
}

const tools = new Map(Object.entries({ beside, listen, share }));

/**
 * @param {string} name
 * @param {HTMLElement} button
 */
export const use = (name, button) => tools.get(name)?.(button);
