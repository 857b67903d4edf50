/**
 * Compares editions of answers. A version is "<source>.<shown>": two hashes, of the original's words
 * and of the words in one language (server/livret/version.py).
 */

/** @typedef {{code: string, version: string}} Edition  an answer's version in a language */

/**
 * The versions of all answers in a pack, by the address after its language: "/health/lost/". No page
 * is parsed: quotes inside of texts are escaped, so only a field of the line itself can match.
 * @param {string} pack  its text
 * @returns {Record<string, string>}
 */
export function versionsIn(pack) {
  /** @type {Record<string, string>} */
  const versions = {};
  for (const line of pack.split('\n')) {
    const [, rest] = /^\{"address":"\/[^/"]+(\/[^"]*)",/.exec(line) ?? [];
    const [, version] = /"version":"([^"]+)"/.exec(line) ?? [];
    if (rest && version) versions[rest] = version;
  }
  return versions;
}

/**
 * Whether two editions of an answer tell a reader different things. In one language the shown words
 * decide; between languages only the original's can be compared.
 * @param {Edition} before
 * @param {Edition} now
 */
export function differs(before, now) {
  const part = before.code === now.code ? 1 : 0;
  return before.version.split('.')[part] !== now.version.split('.')[part];
}
