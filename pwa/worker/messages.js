/**
 * What pages and the worker say to each other.
 *
 * A page posts a `Request` to the registration's active worker with one MessagePort; the worker
 * answers on that port once, with a `Status` (or `Unknown` for a request it does not know, as an
 * older worker may get from a newer page). While it works and whenever something changed, the
 * worker also posts a `Status` to every open page. There is no other message.
 */

/** @import {Reason} from './failure.js' */
/** @import {ReleaseLanguage} from './release.js' */
/** @import {Audit} from './store.js' */

/**
 * Why a page asks: it was opened, `online` fired, it became visible again, the reader tapped.
 * @typedef {'start'|'online'|'visible'|'asked'} Cause
 */

/**
 * Keeps these languages besides those already kept, brings a newer release when it is time to ask
 * for one, and repairs what is missing. Codes the release does not have are passed over, unless
 * the reader asked for them. The answer comes when all is done.
 * @typedef {object} KeepRequest
 * @property {'keep'} type
 * @property {string[]} languages
 * @property {string} [reader]  code of the reader's language, when it is known
 * @property {Cause} cause
 * @property {string} [release]  the text of release.json, where the page has it from the network
 */

/**
 * Takes a language off the phone; it does not come back until the reader asks for it.
 * @typedef {{type: 'remove', language: string}} RemoveRequest
 */

/**
 * Reads and hashes every kept file; damaged ones are deleted, so that the next keep repairs them.
 * @typedef {{type: 'verify'}} VerifyRequest
 */

/** @typedef {{type: 'status'}} StatusRequest */

/** @typedef {KeepRequest|RemoveRequest|VerifyRequest|StatusRequest} Request */

/**
 * What is being fetched: bytes done of all, and whether it replaces a kept release.
 * @typedef {{done: number, total: number, update: boolean}} Work
 */

/** @typedef {ReleaseLanguage & {kept: boolean, removed: boolean}} LanguageStatus */

/**
 * @typedef {object} Status
 * @property {'status'} type
 * @property {string|null} release  id of the kept release; null while nothing is kept
 * @property {string|null} previous  id of the one before, if it is still here
 * @property {number|null} since  when the kept release came, in milliseconds since 1970
 * @property {string|null} reader  code
 * @property {LanguageStatus[]} languages  all that the kept release offers
 * @property {number} files  of the kept release
 * @property {number} size  their bytes
 * @property {number} missing  how many of them are not there
 * @property {{at: number, reason: Reason|null, detail: string, next: number}|null} checked
 * @property {Audit|null} audit
 * @property {Work|null} work
 * @property {Reason|null} reason  why this request came to nothing; null when it did not
 */

/** @typedef {{type: 'unknown'}} Unknown */

export {};
