/** Takes endings off words: the light stemming that most languages here get by with. */

/**
 * A stemmer from a list of endings.
 * @param {object} rules
 * @param {string} rules.endings  parted by spaces, longest first; "aux:al" puts "al" in its place
 * @param {number} [rules.shortest]  letters that must be left
 * @param {RegExp} [rules.whole]  what must be left has one of these
 * @param {(word: string) => string} [rules.after]  evens out what is left
 * @returns {(word: string) => string}
 */
export function stemmer({ endings, shortest = 3, whole = /./, after = (word) => word }) {
  /** @type {Map<string, [string, string][]>} by last letter: most words are then tried on few */
  const byLast = new Map();
  for (const rule of endings.split(' ')) {
    const [ending = '', instead = ''] = rule.split(':');
    const last = ending.slice(-1);
    byLast.set(last, [...(byLast.get(last) ?? []), [ending, instead]]);
  }
  return (word) => {
    if (word.length <= shortest || /\d/.test(word)) return word;
    for (const [ending, instead] of byLast.get(word.slice(-1)) ?? []) {
      if (!word.endsWith(ending)) continue;
      const rest = word.slice(0, word.length - ending.length) + instead;
      if (rest.length >= shortest && whole.test(rest)) return after(rest);
    }
    return after(word);
  };
}
