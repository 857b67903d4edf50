/** How far a typed word is from a known one, counted as fingers err. */

/** Rows of the keyboards that the guide's readers use; neighbours are one key apart. */
export const KEYBOARDS = [
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'],
  ['azertyuiop', 'qsdfghjklm', 'wxcvbn'],
  ['йцукенгшщзхї', 'фівапролджє', 'ячсмитьбю'],
  ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ذئءؤرىةوزظ'],
];
/** Letters that sound alike or stand for each other in at least one language of the guide. */
const ALIKE = [
  'sc',
  'sz',
  'cz',
  'ck',
  'kq',
  'cq',
  'iy',
  'vw',
  'gj',
  'bv',
  'ae',
  'ei',
  'ou',
  'eo',
  'ai',
  'xs',
  'dt',
  'иі',
  'иї',
  'ії',
  'еє',
  'еи',
  'ао',
  'гх',
  'зс',
  'тд',
  'ыи',
  'эе',
  'ую',
  'سص',
  'تط',
  'ذز',
  'دض',
  'ذظ',
  'ضظ',
  'هح',
  'كق',
  'ثس',
  'اع',
  'حخ',
  'غق',
];

const SWAP = 0.7;
const DOUBLE = 0.4;
const SAME_SOUND = 0.6;
const NEIGHBOUR = 0.75;
const FIRST = 0.25;

/** Letters that have a number have codes below this one. */
const CODES = 0x700;
/** By code, the number of each letter that stands for others; 0 for all others. */
const numbers = new Uint8Array(CODES);
[...new Set([...KEYBOARDS.flat(), ...ALIKE].join(''))].forEach((letter, place) => {
  numbers[letter.charCodeAt(0)] = place + 1;
});
const LETTERS = Math.max(...numbers) + 1;
/** What it costs to type one letter for another, by both numbers. */
const costs = new Float64Array(LETTERS * LETTERS).fill(1);

/**
 * @param {string} a
 * @param {string} b
 * @param {number} cost
 */
function confuse(a, b, cost) {
  const [one, two] = [numbers[a.charCodeAt(0)] ?? 0, numbers[b.charCodeAt(0)] ?? 0];
  costs[one * LETTERS + two] = costs[two * LETTERS + one] = cost;
}

for (const rows of KEYBOARDS) {
  rows.forEach((row, y) => {
    [...row].forEach((key, x) => {
      for (const other of [row[x + 1], rows[y + 1]?.[x], rows[y + 1]?.[x - 1]]) {
        if (other) confuse(key, other, NEIGHBOUR);
      }
    });
  });
}
for (const [a = '', b = ''] of ALIKE) confuse(a, b, SAME_SOUND);

/** What a typo in an unfinished word costs more, and what it may cost without that. */
const UNFINISHED = 0.6;
const UNFINISHED_MOST = 1.2;

/** What a word of some length is forgiven. */
export const allowance = (/** @type {number} */ length) =>
  length < 3 ? 0 : length < 4 ? DOUBLE : length < 6 ? 1 : length < 9 ? 1.7 : 2.3;

const MOST_LETTERS = 39;
/** @type {Float64Array[]} */
const rows = [new Float64Array(40), new Float64Array(40), new Float64Array(40)];

/**
 * The cost of turning `typed` into `known`, or Infinity above `most` (Damerau's distance with
 * weights). With `open`, `known` may go on beyond what was typed, for `UNFINISHED` more.
 * @param {string} typed
 * @param {string} known
 * @param {number} most
 * @param {boolean} [open]
 */
export function distance(typed, known, most, open = false) {
  const m = typed.length;
  const n = Math.min(known.length, MOST_LETTERS, open ? m + 3 : MOST_LETTERS);
  // More than two letters doubled or forgotten twice are another word.
  if (Math.abs(m - n) > Math.min(3, most / DOUBLE) || m >= MOST_LETTERS) return Infinity;
  let [before, last, row] = /** @type {[Float64Array, Float64Array, Float64Array]} */ (rows);
  for (let j = 0; j <= n; j += 1) last[j] = j;
  let aBefore = -1;
  for (let i = 1; i <= m; i += 1) {
    const a = typed.charCodeAt(i - 1);
    const from = (a < CODES ? (numbers[a] ?? 0) : 0) * LETTERS;
    const toDrop = a === aBefore ? DOUBLE : 1;
    let bBefore = -1;
    row[0] = i;
    let least = i;
    for (let j = 1; j <= n; j += 1) {
      const b = known.charCodeAt(j - 1);
      let cost = last[j - 1] ?? 0;
      if (a !== b) {
        cost += costs[from + (b < CODES ? (numbers[b] ?? 0) : 0)] ?? 1;
        if (i === 1 && j === 1) cost += FIRST;
      }
      const dropped = (last[j] ?? 0) + toDrop;
      const missed = (row[j - 1] ?? 0) + (b === bBefore ? DOUBLE : 1);
      if (dropped < cost) cost = dropped;
      if (missed < cost) cost = missed;
      if (i > 1 && j > 1 && a === bBefore && b === aBefore) {
        const swapped = (before[j - 2] ?? 0) + SWAP;
        if (swapped < cost) cost = swapped;
      }
      row[j] = cost;
      if (cost < least) least = cost;
      bBefore = b;
    }
    if (least > most) return Infinity;
    aBefore = a;
    [before, last, row] = [last, row, before];
  }
  let result = n === known.length ? (last[n] ?? Infinity) : Infinity;
  if (result > most) result = Infinity;
  if (!open) return result;
  for (let j = Math.max(1, m - 2); j <= n; j += 1) {
    const begun = last[j] ?? Infinity;
    if (begun <= UNFINISHED_MOST) result = Math.min(result, UNFINISHED + begun);
  }
  return result;
}

/**
 * The letters of a word as bits, so that most words need no comparing.
 * @param {string} word
 */
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) % 31);
  return bits;
}

/** @param {number} bits */
export function count(bits) {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
