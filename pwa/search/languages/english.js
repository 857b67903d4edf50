/** English. */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const strip = stemmer({
  endings:
    'isations izations isation ization ations ation ements ement ments ment ances ance ences ence ' +
    'ising izing ised ized ises izes ating ated ates ings ing ied:y ies:y als al ers er ors or ise ize ' +
    'ate ed es s e',
  whole: /[aeiouy]/,
  after: (word) => word.replace(/([bdfglmnprt])\1$/, '$1').replace(/i$/, 'y'),
});

/** @type {Language} */
export const english = {
  stem: (word) => (/(?:ss|us|is)$/.test(word) ? word : strip(word)),
};
