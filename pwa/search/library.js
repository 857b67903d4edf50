/** Holds what is searched: the entries of a release in some languages, and their indexes. */

import { readPack } from './entries.js';
import { gather } from './gather.js';

/** @import {Entry} from './entries.js' */
/** @import {Index} from './gather.js' */

/** What an entry is worth beside an answer with the same words. */
const PRIOR = { answer: 1, word: 0.6, step: 0.5, topic: 0.6, page: 0.6 };

/**
 * A language that can be searched.
 * @typedef {object} Language
 * @property {string} code
 * @property {string} lang  BCP 47 tag
 * @property {Index} index
 * @property {Map<number, Entry>} entries  by place
 */

/**
 * What is known of an entry in any language, by place.
 * @typedef {object} Places
 * @property {Float64Array} priors  what it is worth beside an answer with the same words
 * @property {string[]} topics  the key of its topic, or of itself where it has none
 */

/** The languages of one release; an entry has one place in all of them. */
export class Library {
  /** @type {Language[]} the reader's first */
  languages = [];
  /** @type {Map<string, number>} */
  #places = new Map();
  /** @type {number[]} */
  #priors = [];
  /** @type {Places} */
  places = { priors: new Float64Array(), topics: [] };

  /** @param {string|null} companion  code of the language that the offices speak, where the guide has it */
  constructor(companion) {
    this.companion = companion;
  }

  /** @param {string} text  of a pack. Throws a SyntaxError for what is none. */
  add(text) {
    const pack = readPack(text);
    const places = pack.entries.map((entry) => this.#placeOf(entry));
    this.languages.push({
      code: pack.code,
      lang: pack.lang,
      index: gather(pack.lang, pack.lexicon, pack.entries, places),
      entries: new Map(
        places.map((place, number) => [place, /** @type {Entry} */ (pack.entries[number])]),
      ),
    });
    this.places.priors = Float64Array.from(this.#priors);
  }

  get indexes() {
    return this.languages.map((language) => language.index);
  }

  /** @param {Entry} entry */
  #placeOf({ id, kind }) {
    let place = this.#places.get(id);
    if (place === undefined) {
      place = this.#places.size;
      this.#places.set(id, place);
      this.#priors.push(PRIOR[kind]);
      this.places.topics.push(topicOf(id));
    }
    return place;
  }
}

/** @param {string} id  "health/lost", "topic:health", "word:caf" */
const topicOf = (id) => id.split('/')[0]?.replace('topic:', '') ?? id;
