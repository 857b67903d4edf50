/** A localStorage for tests. */

/** @returns {Map<string, string>} what is stored, empty now */
export function emptyStorage() {
  /** @type {Map<string, string>} */
  const stored = new Map();
  Object.defineProperty(globalThis, 'localStorage', {
    configurable: true,
    value: {
      getItem: (/** @type {string} */ key) => stored.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => stored.set(key, value),
      removeItem: (/** @type {string} */ key) => stored.delete(key),
    },
  });
  return stored;
}
