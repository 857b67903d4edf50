/** Portuguese, folded: "saúde" comes as "saude", "cartão" as "cartao". */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

/** Small and dear: "quartinho", "papelzinho". */
const SMALL = /(?<=...)z?inh([oa]s?)$/;

/** @type {Language} */
export const portuguese = {
  inside: (word) => (SMALL.test(word) ? [word.replace(SMALL, '$1'), word.replace(SMALL, '')] : []),
  stem: stemmer({
    endings:
      'icamentos:icament icamento:icament amentos amento imentos imento acoes acao icoes icao ucoes ucao idades idade adores adora adoras ' +
      'ador antes ante ancias ancia encias encia aveis avel iveis ivel amente mente ando endo indo ados ' +
      'adas ado ada idos idas ido ida aremos eremos iremos ariam eriam iriam aria eria iria aste este iste ou eu iu aram eram iram avam ava ara era ira amos emos imos oes:a aes:a ' +
      'ais:al eis:el ois:ol ns:m ar er ir am em es os as o a e s',
    whole: /[aeiou]/,
    // "perdi", "serviço, serviços", "agência".
    after: (word) => word.replace(/(?<=...)i$/, ''),
  }),
};
