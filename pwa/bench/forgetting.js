/**
 * Takes from packs a share of what editors foresaw: groups of words and keywords. Judged queries are
 * known to those who write these, what readers will type is not: with a share of them missing, judged
 * queries are as hard as those held out, and weights can be found with them (docs/search.md).
 */

/**
 * @param {string} text  of a pack
 * @param {number} share  that is missing, 0 to 1
 * @param {number} seed  which; the same ones for the same seed
 * @returns {string}
 */
export function forgetting(text, share, seed) {
  if (!share) return text;
  const random = numbers(seed);
  const kept = () => random() >= share;
  const [first = '', ...lines] = text.trimEnd().split('\n');
  const header = JSON.parse(first);
  const groups = (header.search?.alike ?? '').split('\n').filter(kept).join('\n');
  const pages = lines.map((line) => {
    const page = JSON.parse(line);
    const { keywords = '' } = page.search ?? {};
    if (keywords) page.search.keywords = keywords.split(/(?=[,،，、;；])/).filter(kept).join('');
    return page;
  });
  return [{ ...header, search: { ...header.search, alike: groups } }, ...pages]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/**
 * Numbers from 0 to 1 that are the same each time (a linear congruential generator, as in Numerical
 * Recipes).
 * @param {number} seed
 */
function numbers(seed) {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}
