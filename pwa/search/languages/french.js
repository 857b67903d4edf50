/** French, folded: "médecin" comes as "medecin". Elisions are parted from their word before. */

import { french as alike } from '../alike/french.js';
import { stemmer } from '../endings.js';

/** @import {Language} from '../languages.js' */

const STOP =
  'a ai alors apres as au aucun aura aux avant avec avez avoir avons c ca ce cela ces cet cette ' +
  'ceux chez ci comme comment d dans de deja depuis des dois doit doivent donc dont du elle ' +
  'elles en encore entre es est et etait etre eux fait faire fais faut il ils j je jusqu l la ' +
  'le les leur leurs lors lui m ma mais me meme mes mon n ne ni non nos notre nous on ont ou ' +
  'oui par parce pas peut peux plus pour pourquoi pouvez puis puisqu qu quand que quel quelle ' +
  'quelles quels qui quoi s sa se sera ses si sinon soit son sont sous sur t ta tes toi ton ' +
  'tous tout toute toutes tres trop tu un une va vais vers veut veux voir vos votre vous y ' +
  'savoir sais quelqu chose bien possible faudrait vraiment svp merci bonjour beaucoup combien ' +
  'autre autres voudrais aimerais suffit pendant tandis jamais toujours souvent assez chaque ' +
  'jai jsuis jpeux qqn qqch stp dire besoin necessaire seulement parfois peu rien personne ' +
  'quelque quelques celui celle ceci parait lequel laquelle maintenant ensuite dedans voulez ' +
  'voudrait veulent devrais devrait pourrais pourrait pouvoir devoir vouloir';

/** @type {Language} */
export const french = {
  alike,
  stop: STOP,
  stem: stemmer({
    endings:
      'issements issement ations ation atrices atrice ateurs ateur ements ement euses euse eurs eur ' +
      'issons issez ables able ances ance antes ante ants ant aient eaux:eau aux:al elles:el elle:el ' +
      'ieres iere iers ier ees ee ez er ir is it ies ie es e s x i',
    whole: /[aeiouy]/,
    after: (word) => word.replace(/([bcdfglmnprst])\1$/, '$1'),
  }),
};
