/**
 * The page "This phone": what is kept, how old and how large it is, and what can be done about it.
 * The template brings all elements and words (templates/phone.html); this fills them.
 */

import { listChanges } from './changes.js';
import { lastClearing } from './cleared.js';
import { installer } from './install.js';
import { languageTable } from './language-table.js';
import { codeOf } from './languages.js';
import { obstacleOf, storageAllowed } from './obstacle.js';
import { browserActions, keepActions } from './phone-actions.js';
import { ageText, sizeText, timeText, word } from './words.js';

/** @import {Keeper} from './keep.js' */
/** @import {Action} from './phone-actions.js' */
/** @import {Request, Status} from '../worker/messages.js' */

/**
 * @typedef {object} Phone
 * @property {(status: Status) => void} show
 * @property {(status: Status) => void} showChanges  what newer releases brought
 * @property {(keeper: Keeper|null, show: (status: Status|null) => void) => void} connect
 */

/**
 * What the page shows of a status: value name to text.
 * @param {Status} status
 * @returns {Record<string, string>}
 */
function valuesOf({ release, previous, since, files, size, checked, audit, work }) {
  const result = !checked ? 'never' : checked.reason ? `reason-${checked.reason}` : 'success';
  const checkedFiles = audit && {
    files: audit.files,
    damaged: audit.damaged.length,
    time: timeText(audit.at),
  };
  return {
    release: release ?? '',
    previous: previous ?? '',
    since: since === null ? '' : timeText(since),
    age: since === null ? '' : ageText(since, Date.now()),
    files: String(files),
    size: sizeText(size),
    checked: checked ? timeText(checked.at) : '',
    result: word(result),
    audit: checkedFiles
      ? word(checkedFiles.damaged ? 'damaged' : 'sound', checkedFiles)
      : word('never'),
    work: work ? word('working', { done: sizeText(work.done), total: sizeText(work.total) }) : '',
  };
}

/**
 * @param {Element} root
 * @param {Record<string, string>} values
 */
function setValues(root, values) {
  for (const [name, text] of Object.entries(values)) {
    for (const element of root.querySelectorAll(`[data-value="${name}"]`)) {
      // Setting the same text again would make a screen reader say it again.
      if (element.textContent !== text) element.textContent = text;
    }
  }
}

/**
 * Shows the elements with `data-when` for what is the case and hides the others.
 * @param {Element} root
 * @param {Record<string, boolean>} facts
 */
function setFacts(root, facts) {
  for (const [name, isSo] of Object.entries(facts)) {
    for (const element of root.querySelectorAll(`[data-when="${name}"]`)) {
      element.toggleAttribute('hidden', !isSo);
    }
  }
}

/**
 * Says why nothing can be kept, where that is so.
 * @param {Element} root
 * @param {boolean} workers
 */
async function showObstacle(root, workers) {
  const browser = { secure: isSecureContext, storage: await storageAllowed(), workers };
  const obstacle = obstacleOf(browser);
  setFacts(root, {
    obstacle: obstacle !== null,
    able: obstacle === null,
    insecure: obstacle === 'insecure',
    blocked: obstacle === 'blocked',
    'no-workers': obstacle === 'no-workers',
  });
}

/** @param {Element} root */
function showClearing(root) {
  const cleared = lastClearing();
  setFacts(root, { cleared: cleared !== null });
  setValues(root, { cleared: cleared === null ? '' : timeText(cleared) });
}

/** @returns {Promise<boolean>} whether the browser promised not to clear what is kept by itself */
const isPersisted = async () =>
  (await navigator.storage?.persisted?.().catch(() => false)) ?? false;

/** @returns {Phone|null} null on every other page */
export function phone() {
  const root = document.querySelector('[data-phone]');
  if (!root) return null;
  const table = languageTable(root);
  const install = installer((facts) => setFacts(root, facts));
  const say = (/** @type {string} */ text) => setValues(root, { message: text });
  const show = (/** @type {Status} */ status) => {
    table?.show(status);
    setValues(root, valuesOf(status));
    setFacts(root, {
      kept: status.release !== null,
      empty: status.release === null && status.work === null,
      whole: status.release !== null && !status.missing && status.work === null,
      incomplete: status.missing > 0 && status.work === null,
      // Never taken from under the focus.
      unkept:
        status.languages.some((language) => !language.kept) ||
        document.activeElement?.getAttribute('data-action') === 'keep-all',
      work: status.work !== null,
    });
    showClearing(root);
  };
  /** @type {string|null} */
  let listed = null;
  const showPersisted = async () => {
    const persisted = await isPersisted();
    setFacts(root, { persisted, unpersisted: !persisted });
    return persisted;
  };
  setFacts(root, { 'no-script': false });
  void showPersisted();
  return {
    show,
    showChanges(status) {
      if (status.release === listed) return;
      listed = status.release;
      void listChanges(root, status, codeOf(location.pathname));
    },
    connect(keeper, showAll) {
      setFacts(root, { workers: keeper !== null });
      root.toggleAttribute('data-ready', true);
      void showObstacle(root, keeper !== null);
      const ask = async (/** @type {Request} */ request) => {
        const status = (await keeper?.ask(request)) ?? null;
        showAll(status);
        return status;
      };
      const persist = async () => {
        await navigator.storage?.persist?.().catch(() => false);
        return showPersisted();
      };
      const actions = { ...keepActions(ask, persist), ...browserActions(persist, install) };
      root.addEventListener('click', (event) => void act(event, actions, say));
    },
  };
}

/**
 * Runs the action of a pressed button. Meanwhile the button keeps the focus but does nothing more.
 * @param {Event} event
 * @param {Record<string, Action|undefined>} actions
 * @param {(text: string) => void} say
 */
async function act(event, actions, say) {
  const button = event.target instanceof Element && event.target.closest('[data-action]');
  if (!(button instanceof HTMLElement) || button.hasAttribute('aria-disabled')) return;
  const action = actions[button.dataset['action'] ?? ''];
  if (!action) return;
  button.setAttribute('aria-disabled', 'true');
  say(word('wait'));
  // What is left to go wrong is the browser refusing its own storage.
  say(await action(button).catch(() => word('reason-storage')));
  button.removeAttribute('aria-disabled');
}
