/** Ukrainian, folded: without apostrophes. */

import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

/** Small and dear: "зубчик", "хатинка", "кімнаточка". */
const SMALL = /(?<=...)(?:очк|ечк|єчк|инк|їнк|оньк|еньк|чик|ик|ок|к)(?:[аиіуоюя]|ою|ів|ам|ами|ах|ом|ові)?$/;

/** @type {Language} */
export const ukrainian = {
  inside: (word) => (SMALL.test(word) ? [word.replace(SMALL, ''), word.replace(SMALL, 'а')] : []),
  stem: stemmer({
    endings:
      'уватися юватися уватись уваннями ування ювання увати ювати атися итися ятися ання яння ення іння ' +
      'ськими ського ському ською ських ський ська ське ські ними ного ному ною них ний ній ної на:н ' +
      'остями остей ість ості ами ями ими іми ого ого ому ої ою ею єю ій ий ія ії їй ію их іх им ім ів їв ' +
      'ах ях ам ям ом ем єм ати яти ити іти ути ала ила ало или али ать ить ють уть ше ши а я у ю і ї и ' +
      'е є о ь й',
    // Vowels that come and go, and к that becomes ц: "рахунок, рахунку", "картка, картці".
    after: (word) => word.replace(/ц$/, 'к').replace(/(.{2})[оеі]([^аеєиіїоуюяь])$/, '$1$2'),
  }),
};
