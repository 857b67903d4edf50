/** What a page with steps does, or one that tells what the reader has entered. */

import styles from '../../styles/own-days.css';
import { adopt } from '../adopt.js';
import { mine } from './mine.js';
import { nextSteps } from './next.js';
import { page } from './page.js';

/** @param {HTMLElement} root  the element with `data-steps` */
export async function start(root) {
  adopt(styles);
  if (root.matches('.plan')) await page(root);
  else if (root.matches('.next')) await nextSteps(root);
  else mine(root);
}
