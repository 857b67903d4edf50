/**
 * Stands in the pages of `livret serve --reload` only: when the guide has been built anew, the page
 * comes again at the same place; what is wrong with its files is shown over it as text.
 */

import styles from '../styles/live.css';
import { adopt } from './adopt.js';

/**
 * @typedef {object} State
 * @property {string} release  the last one that could be built
 * @property {string[]} problems  each with file, line and remedy; none when it could be built
 * @property {string[]} warnings  likewise, of translations that are not shown
 */

const mine = new URL(import.meta.url).searchParams.get('release');

adopt(styles);
const panel = document.createElement('section');
panel.className = 'live';
panel.lang = 'en';
panel.dir = 'ltr';
panel.setAttribute('role', 'alert');
document.body.append(panel);
comeBack();

// The browser asks again by itself when the server was away.
new EventSource('/-/changes').addEventListener('message', ({ data }) => {
  /** @type {State} */
  const { release, problems, warnings } = JSON.parse(data);
  panel.replaceChildren();
  show('The guide cannot be built; this is how it was before', problems);
  show('Translations that are not shown', warnings);
  if (!problems.length && release !== mine) comeAgain();
});

/**
 * @param {string} heading
 * @param {string[]} problems
 */
function show(heading, problems) {
  if (!problems.length) return;
  const title = document.createElement('h2');
  title.textContent = heading;
  const list = document.createElement('ul');
  for (const problem of problems) {
    const item = document.createElement('li');
    item.textContent = problem;
    list.append(item);
  }
  panel.append(title, list);
}

function comeAgain() {
  history.replaceState({ ...history.state, top: scrollY }, '');
  location.reload();
}

/** The browser comes back to the place by itself, but not while the page is still shorter. */
function comeBack() {
  const { top, ...rest } = history.state ?? {};
  if (top === undefined) return;
  history.replaceState(rest, '');
  requestAnimationFrame(() => scrollTo({ top, behavior: 'instant' }));
}
