/** Why something could not be kept, in one word that the page has a sentence for. */

/**
 * | reason   | what happened |
 * |----------|---------------|
 * | network  | no answer at all |
 * | slow     | the answer stopped coming |
 * | portal   | a redirect, or a web page instead of the file: a Wi-Fi that wants a sign-in |
 * | server   | a status other than 200 |
 * | cut      | the body ended before its length |
 * | wrong    | the bytes are not those that the release names |
 * | release  | release.json does not follow its format |
 * | newer    | release.json follows a format that this worker is too old for |
 * | language | the release does not have the language that was asked for |
 * | space    | the phone has no room left |
 * | storage  | the browser did not let the worker read or write |
 *
 * @typedef {'network'|'slow'|'portal'|'server'|'cut'|'wrong'|'release'|'newer'|'language'|'space'|
 *   'storage'} Reason
 */

/** Carries a reason; `detail` says where, for whoever reads a report. */
export class Failure extends Error {
  /**
   * @param {Reason} reason
   * @param {string} detail
   */
  constructor(reason, detail) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.detail = detail;
  }

  /**
   * The failure behind anything thrown while the cache was used.
   * @param {unknown} error
   */
  static of(error) {
    if (error instanceof Failure) return error;
    const full = error instanceof Error && error.name === 'QuotaExceededError';
    return new Failure(full ? 'space' : 'storage', String(error));
  }
}
