/**
 * What a page and the search worker say to each other. The page posts `open` once, then a `find`
 * for each query; the worker answers each `find` once with `found`, and says on its own when a
 * language can be searched (`ready`) or none can be (`failed`).
 */

/** @import {Kind} from './entries.js' */

/** @typedef {{audience: string, nationality: string}} Who  keys of the guide, '' for anybody */

/** @typedef {{type: 'open', code: string}} Open  in the reader's language */
/** @typedef {{type: 'find', number: number, query: string, who: Who}} Find */

/** @typedef {Open|Find} Request */

/** @typedef {[start: number, end: number][]} Marks  what of a text the query asked for */

/** @typedef {{text: string, lang: string, marks: Marks}} Marked  `lang` is '' for the page's */

/**
 * Where a result matched, when that is not in what is shown of it: in its text or in what is typed
 * for it, by another name, or in another language.
 * @typedef {Marked & {in: 'text'|'name'|'language'}} Why
 */

/**
 * @typedef {object} Result
 * @property {string} id
 * @property {Kind} kind
 * @property {string} address
 * @property {Marked} title
 * @property {Marked} short
 * @property {string} topic
 * @property {string} state
 * @property {boolean} fits  whether it is for who asks
 * @property {Why|null} why
 */

/**
 * @typedef {object} Found
 * @property {'found'} type
 * @property {number} number  of the `find`
 * @property {Result[]} results  best first
 * @property {string[]} near  queries with words of the guide, where nothing was found
 */

/** @typedef {{type: 'ready', languages: string[]}} Ready  codes, the reader's first */
/** @typedef {{type: 'failed'}} Failed  nothing can be searched */

/** @typedef {Found|Ready|Failed} Reply */

export {};
