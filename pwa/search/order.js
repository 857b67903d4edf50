/**
 * Orders the best of what was found once more, by what they have in common: a word of a question may
 * mislead, but seldom do all of them.
 */

/** @import {Found} from './find.js' */

/** Shares, found by measuring (docs/search.md). */
export const ORDER = {
  /** How much an entry gains when all that was found is of its topic. */
  topic: 0.3,
  /** How much an entry loses that is found by what those before it have already. */
  same: 0.4,
};
/** Entries that are looked at: what comes after them is not seen. */
const LOOKED = 12;
/** Among the first so many the reader chooses; the others follow by what they are worth. */
const FIRST = 3;

/**
 * @param {readonly Found[]} found  best first
 * @param {readonly string[]} topics  by place
 * @param {readonly ReadonlyMap<number, number>[]} shares  what each word is worth, by place
 * @returns {Found[]}
 */
export const reorder = (found, topics, shares) =>
  found.length > FIRST ? varied(together(found, topics), shares) : [...found];

/**
 * Prefers the topic that most of what was found is of: who broke a leg is asked about by one word of
 * money, and by more of care.
 * @param {readonly Found[]} found
 * @param {readonly string[]} topics
 */
function together(found, topics) {
  /** @type {Map<string, number>} */
  const worth = new Map();
  let all = 0;
  for (const { place, score } of found.slice(0, LOOKED)) {
    const topic = topics[place] ?? '';
    worth.set(topic, (worth.get(topic) ?? 0) + score ** 2);
    all += score ** 2;
  }
  return found
    .map(({ place, score }) => {
      const share = (worth.get(topics[place] ?? '') ?? 0) / all;
      return { place, score: score * (1 + ORDER.topic * share) };
    })
    .sort((a, b) => b.score - a.score || a.place - b.place);
}

/**
 * Lets the second and the third be found by other words than the first: if it is wrong, what has the
 * same word is wrong with it.
 * @param {readonly Found[]} found
 * @param {readonly ReadonlyMap<number, number>[]} shares
 */
function varied(found, shares) {
  const left = found.slice(0, LOOKED);
  const words = shares.map((share) => {
    const peak = Math.max(...left.map(({ place }) => share.get(place) ?? 0));
    return { share, peak, served: 0 };
  });
  const worth = (/** @type {Found} */ { place, score }) => {
    let all = 0;
    let again = 0;
    for (const { share, served } of words) {
      const value = share.get(place) ?? 0;
      all += value;
      again += value * served;
    }
    return all ? score * (1 - (ORDER.same * again) / all) : score;
  };
  /** @type {Found[]} */
  const first = [];
  while (first.length < FIRST) {
    const best = left.reduce((one, other) => (worth(other) > worth(one) ? other : one));
    first.push(best);
    left.splice(left.indexOf(best), 1);
    for (const word of words) {
      if (word.peak) word.served = Math.max(word.served, (word.share.get(best.place) ?? 0) / word.peak);
    }
  }
  return [...first, ...left, ...found.slice(LOOKED)];
}
