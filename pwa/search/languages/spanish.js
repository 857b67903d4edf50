/** Spanish, folded: "médico" comes as "medico", "año" as "ano". */

import { spanish as alike } from '../alike/spanish.js';
import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'a al algo alguna algunas alguno algunos ante antes aqui asi aun aunque cada como con cual ' +
  'cuales cuando cuanta cuantas cuanto cuantos de deben debe debo del desde donde dos e el ella ' +
  'ellas ellos en entre era eres es esa esas ese eso esos esta estan estar estas este esto ' +
  'estos estoy fue ha hace hacer hago han has hasta hay he la las le les lo los mas me mi mis ' +
  'mucho muy nada ni no nos nosotros o otra otras otro otros para pero poco por porque pueda ' +
  'puede pueden puedo pues que quien quienes quiero se sea ser si sobre solo son soy su sus tal ' +
  'tambien te tener tengo ti tiene tienen toda todas todo todos tu tus un una unas uno unos ' +
  'usted voy y ya yo saber pasa favor alguien quisiera querria basta demasiado durante mientras ' +
  'nunca siempre tampoco ahora luego entonces quizas nadie cualquier cualquiera necesito ' +
  'necesita necesitan quieren vamos ir tenia tuve estaba sino alli necesario gente persona ' +
  'ademas despues todavia debemos deberia podria podemos haya sido siendo sirve gracias hola ' +
  'buenas';

/** @type {Language} */
export const spanish = {
  alike,
  stop: STOP,
  stem: stemmer({
    endings:
      'amientos amiento imientos imiento aciones acion iciones icion uciones ucion idades idad adores ' +
      'adora adoras ador antes ante ancias ancia encias encia ables able ibles ible amente mente ando ' +
      'iendo arse erse irse arme erme irme ados adas ado ada idos idas ido ida aron ieron aban aba aran ' +
      'ara eran era iran ira amos emos imos ar er ir an en ces:z ce:z es os as o a e s',
    whole: /[aeiou]/,
  }),
};
