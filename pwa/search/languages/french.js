/** French, folded: "médecin" comes as "medecin". Elisions are parted from their word before. */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

/** What may be elided, before a vowel: "linscription", "quest", "jusqua". */
const ELIDED = /^(?:jusqu|lorsqu|puisqu|quelqu|qu|[cdjlmnst])(?=[aeiouyh].)/;

/** @type {Language} */
export const french = {
  inside: (word) => (ELIDED.test(word) ? [word.replace(ELIDED, '')] : []),
  stem: stemmer({
    endings:
      'issements issement ations ation atrices atrice ateurs ateur ements ement euses euse eurs eur ' +
      'issons issez ables able ances ance antes ante ants ant aient eaux:eau aux:al elles:el elle:el ' +
      'ieres iere iers ier ees ee ez er ir is it ies ie es e s x i',
    whole: /[aeiouy]/,
    after: (word) => word.replace(/([bcdfglmnprst])\1$/, '$1'),
  }),
};
