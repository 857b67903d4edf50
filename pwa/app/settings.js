/** The reader's own settings. Where the browser keeps nothing, they last as long as the page. */

/** @typedef {'localStorage'|'sessionStorage'} Shelf  for good, or for this tab */

/** @type {Map<string, string>} */
const here = new Map();

/**
 * @param {Shelf} shelf
 * @param {string} name
 * @returns {string|null}
 */
export function read(shelf, name) {
  try {
    return globalThis[shelf].getItem(`livret.${name}`);
  } catch {
    return here.get(name) ?? null;
  }
}

/**
 * @param {Shelf} shelf
 * @param {string} name
 * @param {string|null} value  null forgets it
 */
export function write(shelf, name, value) {
  try {
    if (value === null) globalThis[shelf].removeItem(`livret.${name}`);
    else globalThis[shelf].setItem(`livret.${name}`, value);
  } catch {
    if (value === null) here.delete(name);
    else here.set(name, value);
  }
}

/** What is kept of the guide (cleared.js): the phone's own, not the reader's. */
const PHONES = ['kept', 'cleared'].map((name) => `livret.${name}`);

/** Forgets everything that the reader entered, saved, chose or opened, on this page too. */
export function forgetReader() {
  for (const shelf of /** @type {const} */ (['localStorage', 'sessionStorage']))
    try {
      const own = Object.keys(globalThis[shelf]).filter((key) => key.startsWith('livret.'));
      for (const key of own) if (!PHONES.includes(key)) globalThis[shelf].removeItem(key);
    } catch {
      // Storage is blocked: then nothing is in it.
    }
  here.clear();
  // How texts are shown, which stands on the page since it was opened (first.js).
  for (const name of ['text', 'spacing', 'beside']) delete document.documentElement.dataset[name];
}
