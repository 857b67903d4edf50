/** English. */

import { english as alike } from '../alike/english.js';
import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'a about after again all also am an and any are as at be been before being but by can cannot ' +
  'could did do does doing don for from get gets getting give given gives go goes going had has ' +
  'have having he her here hers him his how i if in into is it its just ll m may me mean means ' +
  'might more most must my need needs no not now of on one only or other our out over re s say ' +
  'says shall she should so some such t take than that the their them then there these they ' +
  'thing things this those through to too under until up us use used using ve very want was we ' +
  'well were what when where whether which while who whom whose why will with within would yes ' +
  'yet you your see know happen happens happened let please someone somebody something anything ' +
  'anyone everything really still think try got come comes came wants wanted tell told else ' +
  'many much enough during never always ever often already even maybe perhaps somewhere ' +
  'everywhere nobody none both each every few lot lots bit im ive dont cant doesnt didnt wont ' +
  'isnt arent whats hows wheres id youre theyre havent couldnt shouldnt gonna wanna gotta u ur ' +
  'pls plz thanks hi hello like people person put make made instead anyway actually';

const strip = stemmer({
  endings:
    'isations izations isation ization ations ation ements ement ments ment ances ance ences ence ' +
    'ising izing ised ized ises izes ating ated ates ings ing ied:y ies:y als al ers er ors or ise ize ' +
    'ate ed es s e',
  whole: /[aeiouy]/,
  after: (word) => word.replace(/([bdfgmnprt])\1$/, '$1').replace(/i$/, 'y'),
});

/** @type {Language} */
export const english = {
  alike,
  stop: STOP,
  stem: (word) => (/(?:ss|us|is)$/.test(word) ? word : strip(word)),
};
