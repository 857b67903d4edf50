/** How sure each way of reading a word is, found by measuring (docs/search.md). */

export const SURE = {
  /** Another form of the same word. */
  related: 0.85,
  /** A word of the same root, in a language that writes other vowels into it. */
  root: 0.6,
  /** The same word with other tones, where the reader typed tones. */
  toned: 0.7,
  /** Another name for the same thing. */
  alike: 0.85,
  /** The same where the guide does not use the reader's. */
  alikeOnly: 0.9,
  /** The same where the reader's may be the beginning of a word of the guide. */
  alikeBegun: 0.85,
  /** A word that begins with what was typed, when nothing else is known by that. */
  begun: 0.75,
  /** The same beside a word that is known as it stands. */
  begunBeside: 0.25,
  /** A word in the middle of a query that only begins so. */
  begunWithin: 0.55,
  /** The same where none of the languages has the word. */
  begunStrange: 0.7,
  /** A word of several that begins so and stands beside the word before. */
  begunPair: 0.8,
  /** The same where it is a word as it stands. */
  begunPairBeside: 0.225,
  typo: 0.75,
  /** Taken off as if it were letters, where an article is taken off what is mistyped. */
  bareError: 0.3,
  /** A phrase of which the last word is not finished; of which another is not; of which one is mistyped. */
  phraseBegun: 0.7,
  phraseBegunWithin: 0.7,
  phraseTypo: 0.9,
  /** Characters that sound like those typed, which are no word. */
  sound: 0.75,
  /** The same beside a word. */
  soundBeside: 0.2,
  /** Taken from another name for what was probably meant. */
  correctedAlike: 0.75,
  /** The same where the guide does not use what was probably meant. */
  unsaid: 0.85,
  /** One Han character of a word: many words for one thing share one. */
  sign: 0.5,
  /** Taken off for each letter that is wrong. */
  error: 0.22,
};
