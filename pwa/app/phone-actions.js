/** What the buttons of the page "This phone" do, by the name in their `data-action`. */

import { forgetKept } from './cleared.js';
import { reset } from './keep.js';
import { codeOf, first } from './languages.js';
import { writeNews } from './news.js';
import { forgetOpenings } from './opened.js';
import { word } from './words.js';

/** @import {Request, Status} from '../worker/messages.js' */

/** @typedef {(button: HTMLElement) => Promise<string>} Action  gives what to say when it is done */

/** @param {Status|null} status */
const outcome = (status) =>
  word(!status ? 'no-answer' : status.reason ? `reason-${status.reason}` : 'done');

/** What a phone that has nothing yet is asked to keep. */
const firstHere = () =>
  first(codeOf(location.pathname), document.documentElement.dataset['companion']);

/**
 * What the worker does.
 * @param {(request: Request) => Promise<Status|null>} ask
 * @param {() => Promise<unknown>} persist  called when the reader asks for something to be kept: some
 *   browsers then ask whether it may stay, which nobody would understand without a tap
 */
export function keepActions(ask, persist) {
  const keep = (/** @type {string[]} */ languages) =>
    ask({ type: 'keep', languages, cause: 'asked' });
  const keepForGood = (/** @type {string[]} */ languages) => {
    void persist();
    return keep(languages);
  };
  return {
    update: async () => {
      const status = await ask({ type: 'status' });
      return outcome(await keep(status?.release ? [] : firstHere()));
    },
    keep: async (/** @type {HTMLElement} */ button) =>
      outcome(await keepForGood([button.dataset['code'] ?? ''])),
    'keep-all': async () => {
      void persist(); // before anything is waited for: the browser wants it to follow the tap
      const status = await ask({ type: 'status' });
      const all = status?.languages.map((language) => language.code) ?? [];
      return outcome(await keep(all.length ? all : firstHere()));
    },
    remove: async (/** @type {HTMLElement} */ button) => {
      const { code = '', name = '' } = button.dataset;
      if (!confirm(word('sure-remove', { language: name }))) return '';
      return outcome(await ask({ type: 'remove', language: code }));
    },
    verify: async () => {
      const status = await ask({ type: 'verify' });
      if (!status?.audit?.damaged.length) return outcome(status);
      const repair = await keep([]); // what was damaged is gone now, and is fetched again
      if (!repair || repair.reason) return outcome(repair);
      await ask({ type: 'verify' });
      return word('repaired');
    },
  };
}

/**
 * What the browser does, with or without a worker.
 * @param {() => Promise<boolean>} persist  gives whether what is kept may stay
 * @param {() => Promise<void>} install
 */
export function browserActions(persist, install) {
  return {
    persist: async () => word((await persist()) ? 'done' : 'refused'),
    install: async () => {
      await install();
      await persist();
      return '';
    },
    reset: async () => {
      if (!confirm(word('sure-reset'))) return '';
      await reset();
      forgetKept();
      forgetOpenings();
      writeNews(null);
      return word('reset-done');
    },
  };
}
