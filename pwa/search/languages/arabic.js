/** Arabic, folded: one alef, one ya, ta marbuta as ha. */

import { arabic as alike } from '../alike/arabic.js';
import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'في من الي على علي عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا متي اين كيف كم هل لماذا لا ' +
  'لم لن ليس ان او و ثم قد كان كانت يكون تكون هو هي هم انا انت نحن اذا لو كل بعض اي ايه عند ' +
  'عندي لدي لي له لها بعد قبل بين حتي اكثر اقل غير منذ خلال حول ايضا فقط يمكن يمكنني يجب علينا ' +
  'انه انها اريد استطيع احتاج هناك هنا شي اعرف يحدث شخص فضلك توجد يوجد ارجو اثنا بينما عندما ' +
  'حين حينما كي لكي بدون دون ابدا دايما الان جدا ربما احد احدا كنت كنا بماذا بمن لمن ممن مما ' +
  'فيه فيها عليه عليها منه منها اليه اليها عنه عنها معي معه معها بي بك لك لكم لنا هكذا كذلك مثل ' +
  'مثلا نعم سوف نحو تستطيع يستطيع نستطيع يمكنك يمكننا ينبغي عليك يريد يريدون تريد نريد ' +
  'ساكون اكون اصبح شييا امر لكن بل انني انك لانني لاني مازال شكرا مرحبا';

const ARTICLE = /^(?:[وف]?(?:ال|بال|كال|لل)|وال|فال)(?=.{3})/;

const strip = stemmer({
  endings: 'تها تهم تنا هما يات ات ون ين ان يه ته تي تك ها هم نا كم كن ه ي ك',
  shortest: 4,
});
/** And, so, with, for, like: written into the next word, but also the first letter of many. */
const PARTICLES = ['و', 'ف', 'ب', 'ل', 'ك'];

/** What verbs and nouns of a root begin with, and the vowels within. */
const BEFORE = /^(?:است|مست|يست|تست|[ماينت])(?=.{3})/;

/**
 * The consonants of a stem: "يسكن", "مسكن" and "ساكن" are all of سكن.
 * @param {string} stem
 * @returns {string}
 */
function root(stem) {
  const consonants = stem.replace(BEFORE, '').replace(/(?<=.)[اوي]/g, '');
  return consonants.length > 2 ? consonants : '';
}

/** @type {Language} */
export const arabic = {
  alike,
  stop: STOP,
  /** The article is written into its word, which is looked up without it. */
  bare: (word) => word.replace(ARTICLE, ''),
  stem: strip,
  root,
  variants: (word) => [
    ...PARTICLES.map((particle) => particle + word),
    ...(PARTICLES.includes(word[0] ?? '') && word.length > 3 ? [word.slice(1)] : []),
  ],
};
