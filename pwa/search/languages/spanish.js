/** Spanish, folded: "médico" comes as "medico", "año" as "ano". */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

/** @type {Language} */
export const spanish = {
  stem: stemmer({
    endings:
      'amientos amiento imientos imiento aciones acion iciones icion uciones ucion idades idad adores ' +
      'adora adoras ador antes ante ancias ancia encias encia ables able ibles ible amente mente ando ' +
      'iendo arse erse irse arme erme irme ados adas ado ada idos idas ido ida aron ieron aban aba aran ' +
      'ara eran era iran ira amos emos imos ar er ir an en ces:z ce:z es os as o a e s',
    whole: /[aeiou]/,
  }),
};
