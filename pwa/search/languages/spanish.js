/** Spanish, folded: "médico" comes as "medico", "año" as "ano". */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

/** Small and dear: "cuartito", "papelito", "cafecito". */
const SMALL = /(?<=...)c?it([oa]s?)$/;

/** @type {Language} */
export const spanish = {
  inside: (word) => (SMALL.test(word) ? [word.replace(SMALL, '$1'), word.replace(SMALL, '')] : []),
  stem: stemmer({
    endings:
      'amientos amiento imientos imiento aciones acion iciones icion uciones ucion idades idad adores ' +
      'adora adoras ador antes ante ancias ancia encias encia ables able ibles ible amente mente ando ' +
      'iendo andome andose andolo andola andonos iendome iendose iendolo iendola iendonos arse erse irse arme erme irme arnos ernos irnos arlo erlo irlo arla erla irla arle erle irle arte erte irte ados adas ado ada idos idas ido ida aremos eremos iremos arian erian irian arias erias irias aria eria iria aste iste aron ieron abas aban aba aran ' +
      'ara eran era iran ira amos emos imos ar er ir an en ces:z ce:z es os as o a e s',
    whole: /[aeiou]/,
    // "perdí", "perdió", "servicio, servicios".
    after: (word) => word.replace(/(?<=...)i$/, ''),
  }),
};
