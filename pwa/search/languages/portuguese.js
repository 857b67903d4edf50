/** Portuguese, folded: "saúde" comes as "saude", "cartão" as "cartao". */

import { portuguese as alike } from '../alike/portuguese.js';
import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'a ainda algo alguem algum alguma alguns ao aos apos aquela aquele aquilo as ate cada com ' +
  'como cuja cujo da dar das de dela dele deles depois deve devem devo do dos e ela elas ele ' +
  'eles em entao entre era essa essas esse esses esta estao estar estas este estes estou eu ' +
  'faco faz fazer foi for ha isso isto ja la lhe mais mas me mesmo meu meus minha minhas muito ' +
  'na nada nao nas nem no nos nossa nosso num numa o onde os ou outra outras outro outros para ' +
  'pela pelas pelo pelos pode podem poder por porque posso pra precisa preciso qual quais ' +
  'qualquer quando quanta quantas quanto quantos que quem quero sao se ser seu seus sido so ' +
  'sobre sou sua suas tambem te tem tenho ter teu toda todas todo todos tua tudo um uma umas ' +
  'uns vai vou voce voces saber sei acontece favor queria gostaria existe suficiente durante ' +
  'enquanto nunca sempre agora talvez ninguem precisam querem vamos ir tinha tive estava ne ta ' +
  'pro pras pros necessario gente pessoa alem antes devemos deveria poderia podemos haja sendo ' +
  'serve obrigada oi ola';

/** @type {Language} */
export const portuguese = {
  alike,
  stop: STOP,
  stem: stemmer({
    endings:
      'amentos amento imentos imento acoes acao icoes icao ucoes ucao idades idade adores adora adoras ' +
      'ador antes ante ancias ancia encias encia aveis avel iveis ivel amente mente ando endo indo ados ' +
      'adas ado ada idos idas ido ida aram eram iram avam ava ara era ira amos emos imos oes:a aes:a ' +
      'ais:al eis:el ois:ol ns:m ar er ir am em es os as o a e s',
    whole: /[aeiou]/,
  }),
};
