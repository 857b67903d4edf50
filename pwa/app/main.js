/** What every page does once it can be read: find the reader's place, then keep the guide. */

import styles from '../styles/own.css';
import { adopt } from './adopt.js';
import { readAhead } from './ahead.js';
import { foldCases } from './cases.js';
import { notice, showFresh, showNewsLine } from './changes.js';
import { lostBy, noteClearing, rememberKept } from './cleared.js';
import { showPast } from './dates.js';
import { filterWords } from './filter.js';
import { footer } from './footer.js';
import { connect, listing } from './keep.js';
import { codeOf, first, others } from './languages.js';
import { closingMenu } from './menu.js';
import { hardLanguageSwitch } from './motion.js';
import { markAnswer, markLists } from './marks.js';
import { offer } from './offer.js';
import { phone } from './phone.js';
import { rememberPlace, restorePlace } from './place.js';
import { readingChoices } from './reading.js';
import { saveHere } from './save-button.js';
import { savedList } from './saved-list.js';
import { search } from './search.js';
import { read, write } from './settings.js';
import { steps } from './steps.js';
import { keepTicks } from './ticks.js';
import { readyForPaper, toolbox } from './toolbox.js';

/** @import {Memory} from './cleared.js' */
/** @import {Keeper} from './keep.js' */
/** @import {Cause, Status} from '../worker/messages.js' */

const { code: shown, companion } = document.documentElement.dataset;
/** What the address asks for; the page itself may be in another language if that is not kept. */
const code = codeOf(location.pathname);

document.documentElement.classList.add('scripts');
adopt(styles);
showPast();
markAnswer(shown);
markLists();
keepTicks();
saveHere();
foldCases();
readingChoices();
filterWords();
const change = steps();
// After all that changes the height of the page; a script that does not come changes nothing.
if (change) void change.finally(restorePlace);
else restorePlace();
search();
toolbox(code);
void savedList(code);
closingMenu();
document.addEventListener('pointerdown', readAhead);
document.addEventListener('click', followLanguage);
hardLanguageSwitch();
const isFirstVisit = !read('localStorage', 'language');
if (code === shown && code && isFirstVisit)
  write('localStorage', 'language', code);

const page = phone();
const propose = page ? null : offer();
if (page) void begin();
else if (document.readyState === 'complete') whenIdle(begin);
else addEventListener('load', () => whenIdle(begin), { once: true });

/** @param {MouseEvent} event */
function followLanguage(event) {
  const link = event.target instanceof Element && event.target.closest('a[data-language]');
  if (!(link instanceof HTMLAnchorElement)) return;
  write('localStorage', 'language', link.dataset['language'] ?? null);
  const here = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  // A click that no pointer made, by keyboard or a reading aid, counts no presses.
  if (here) rememberPlace(link, event.detail === 0);
}

/** @param {() => void} task */
function whenIdle(task) {
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 3000 });
  else setTimeout(task, 500); // Safari
}

async function begin() {
  // The list of files comes while the worker does, and not after it.
  const release = isFirstVisit ? listing() : null;
  const keeper = await connect();
  const line = footer(code);
  /** @type {Memory|null} */
  let lost = null;
  let forPaper = false;
  /** @param {Status|null} status */
  const show = (status) => {
    if (!status) return;
    lost = lostBy(status);
    rememberKept(status);
    if (status.release && !forPaper) {
      forPaper = true;
      whenIdle(readyForPaper);
    }
    line(status, lost !== null);
    page?.show(status);
    propose?.(status);
    void notice(status, code).then(() => {
      markLists();
      showNewsLine();
      void showFresh(status, code);
      page?.showChanges(status);
    });
  };
  page?.connect(keeper, show);
  if (!keeper) return;
  keeper.listen(show);
  show(await keeper.ask({ type: 'status' }));
  const bring = async (/** @type {Cause} */ cause) => {
    if (lost) noteClearing(Date.now());
    const { languages, removed } = lost ?? { languages: [], removed: [] };
    const wished = [...first(code, companion), ...languages];
    const status = await keep(keeper, wished, cause, await release);
    show(status);
    if (!status?.release || status.reason) return;
    for (const each of removed) show(await keeper.ask({ type: 'remove', language: each }));
    const rest = others(status, savesData()).filter((each) => !removed.includes(each));
    if (rest.length) show(await keep(keeper, rest, cause));
  };
  whenWorthAsking(bring);
  await bring('start');
}

/**
 * Calls for news when the network may be back or the reader is. Whether it is time is the worker's
 * decision; what the browser believes about the network is nobody's.
 * @param {(cause: Cause) => Promise<void>} bring
 */
function whenWorthAsking(bring) {
  addEventListener('online', () => void bring('online'));
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    markLists(); // an answer may have been opened since this list went out of sight
    void bring('visible');
  });
  document.addEventListener(
    'visibilitychange',
    () => void (document.visibilityState === 'visible' && bring('visible')),
  );
}

/**
 * @param {Keeper} keeper
 * @param {string[]} languages
 * @param {Cause} cause
 * @param {string|null} [release]
 */
function keep(keeper, languages, cause, release) {
  const reader = read('localStorage', 'language');
  const more = { ...(reader && { reader }), ...(release && { release }) };
  return keeper.ask({ type: 'keep', languages, cause, ...more });
}

function savesData() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  return connection?.saveData ?? false;
}
