/** The answers that the reader saved; they stay on the phone. */

import { read, write } from './settings.js';

/**
 * @typedef {object} Saved
 * @property {string} id  "health/lost", the same in every language
 * @property {string} question  as it was when it was saved, for when the answer cannot be read
 * @property {string} lang  of the question
 */

const NAME = 'saved';

/** @returns {Saved[]} newest first */
export function readSaved() {
  try {
    const list = JSON.parse(read('localStorage', NAME) ?? '[]');
    return Array.isArray(list) ? list.filter((each) => typeof each?.id === 'string') : [];
  } catch {
    return []; // written by a version that spelt it otherwise
  }
}

/** @param {string} id */
export const isSaved = (id) => readSaved().some((each) => each.id === id);

/**
 * Saves an answer, or takes it off the list.
 * @param {Saved} answer
 * @param {boolean} wanted
 */
export function keepSaved(answer, wanted) {
  const others = readSaved().filter((each) => each.id !== answer.id);
  const list = wanted ? [answer, ...others] : others;
  write('localStorage', NAME, list.length ? JSON.stringify(list) : null);
}
