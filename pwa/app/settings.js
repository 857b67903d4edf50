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
