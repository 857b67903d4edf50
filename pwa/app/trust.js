/** The one place that lets a script address through Trusted Types. */

const ALLOWED = /^\/(?:sw|assets\/(?:search|tools)\.[0-9a-f]{16})\.js$/;

/**
 * @typedef {{createPolicy(name: string, rules: {createScriptURL(address: string): string}):
 *   {createScriptURL(address: string): string}}} TrustedTypes
 */

/**
 * @param {string} address
 * @returns {string}
 */
function check(address) {
  if (!ALLOWED.test(address)) throw new TypeError(`${address} is no script of this app`);
  return address;
}

const types = /** @type {{trustedTypes?: TrustedTypes}} */ (globalThis).trustedTypes;

// The name is the one that the Content-Security-Policy allows; browsers without Trusted Types get
// the same check.
const policy = types?.createPolicy('livret', { createScriptURL: check });

/**
 * @param {string} address
 * @returns {string} to the type checker; a TrustedScriptURL where the browser has them
 */
export const scriptURL = (address) => (policy ? policy.createScriptURL(address) : check(address));
