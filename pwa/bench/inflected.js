/** Makes other forms of a word by the commonest endings of its language, right for most words. */

/**
 * What ends so, and what may stand instead.
 * @typedef {readonly (readonly [RegExp, string])[]} Rules  each makes one form
 */

/** @type {Record<string, Rules>} */
const RULES = {
  en: [
    [/(?<=[^s])$/, 's'],
    [/(?<=[^aeiou])y$/, 'ies'],
    [/(?<=[^aeiousy])$/, 'ing'],
    [/e$/, 'ing'],
    [/(?<=[^aeiousy])$/, 'ed'],
    [/e$/, 'ed'],
    [/s$/, ''],
    [/(?<=[^s])$/, "'s"],
  ],
  fr: [
    [/(?<=[^sxz])$/, 's'],
    [/s$/, ''],
    [/al$/, 'aux'],
    [/er$/, 'e'],
    [/er$/, 'ez'],
    [/er$/, 'ons'],
    [/er$/, 'é'],
    [/er$/, 'ais'],
    [/ir$/, 'is'],
    [/é$/, 'er'],
    [/é$/, 'ée'],
    [/ée$/, 'é'],
    [/eur$/, 'rice'],
    [/ation$/, 'er'],
    [/ement$/, 'er'],
  ],
  es: [
    [/(?<=[aeiou])$/, 's'],
    [/(?<=[lrnd])$/, 'es'],
    [/z$/, 'ces'],
    [/s$/, ''],
    [/ar$/, 'o'],
    [/ar$/, 'é'],
    [/ar$/, 'ando'],
    [/ar$/, 'aba'],
    [/er$/, 'o'],
    [/[ei]r$/, 'iendo'],
    [/ir$/, 'o'],
    [/ción$/, 'ciones'],
    [/o$/, 'a'],
    [/ar$/, 'arlo'],
    [/ar$/, 'armos'],
  ],
  pt: [
    [/(?<=[aeiou])$/, 's'],
    [/(?<=[rz])$/, 'es'],
    [/ão$/, 'ões'],
    [/l$/, 'is'],
    [/m$/, 'ns'],
    [/s$/, ''],
    [/ar$/, 'o'],
    [/ar$/, 'ei'],
    [/ar$/, 'ando'],
    [/er$/, 'endo'],
    [/er$/, 'o'],
    [/ir$/, 'indo'],
    [/o$/, 'a'],
    [/ar$/, 'ava'],
  ],
  uk: [
    [/ка$/, 'ці'],
    [/ка$/, 'ку'],
    [/ка$/, 'кою'],
    [/а$/, 'у'],
    [/а$/, 'и'],
    [/(?<=[бвдзклмнпрстфх])$/, 'у'],
    [/(?<=[бвдзклмнпрстфх])$/, 'ом'],
    [/(?<=[бвдзклмнпрстфх])$/, 'ів'],
    [/(?<=[бвдзклмнпрстфх])$/, 'и'],
    [/ння$/, 'нню'],
    [/ння$/, 'нням'],
    [/ий$/, 'ого'],
    [/ий$/, 'ому'],
    [/ий$/, 'і'],
    [/на$/, 'ної'],
    [/ти$/, 'в'],
    [/ти$/, 'ла'],
    [/ість$/, 'ості'],
    [/ія$/, 'ії'],
    [/ія$/, 'ію'],
    [/и$/, 'ів'],
    [/и$/, 'ами'],
  ],
  ar: [
    [/ة$/, 'ات'],
    [/ة$/, 'تي'],
    [/ة$/, 'تك'],
    [/(?<=[^ةاىء])$/, 'ي'],
    [/(?<=[^ةاىء])$/, 'ك'],
    [/(?<=[^ةاىء])$/, 'نا'],
    [/(?<=[^ةاىء])$/, 'ات'],
    [/(?<=[^ةاىء])$/, 'هم'],
    [/^(?!ال)/, 'ال'],
    [/^(?!ال)/, 'وال'],
    [/^(?!ال)/, 'لل'],
    [/^ال/, 'بال'],
    [/^ال/, 'لل'],
    [/^ال/, 'وال'],
    [/^ال/, ''],
    [/^ال/, 'كال'],
  ],
};

/**
 * @param {string} code  of a language
 * @param {string} word
 * @param {() => number} next
 * @returns {string|null} the word itself where no rule fits; null for a language without forms
 */
export function inflected(code, word, next) {
  const rules = RULES[code];
  if (!rules) return null;
  const fitting = rules.filter(([ending]) => ending.test(word));
  const rule = fitting[Math.floor(next() * fitting.length)];
  return rule ? word.replace(...rule) : word;
}
