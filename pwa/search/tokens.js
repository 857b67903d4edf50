/** Cuts a text into what is searched: words, runs of Han characters, and numbers. */

/** @typedef {'word'|'han'|'number'} Kind */

/**
 * @typedef {object} Token
 * @property {Kind} kind
 * @property {string} text  as it stands in the text; of a number one of its `readings`
 * @property {number} start  where it stands
 * @property {number} end
 */

/** A number with its groups: "1 867,02", "02 99 30 81 24", "+33 9…", "2026/2027". */
const NUMBER = /\+?\p{Nd}+(?:[\s.,．，’'\u066b\u066c/-]\p{Nd}+)*/uy;
/** "C.P.A.M." and "C. A. F." */
const DOTTED = /(?<![\p{L}\p{Nd}])(?:(?:\p{L}\.){2,}|(?:\p{L}\. ){2,}\p{L}\.?)(?![\p{L}\p{Nd}])/gu;
/** Invisible signs that text editors and bidirectional text leave between letters. */
const SIGNS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u200b\u2060\ufeff]/g;
const APOSTROPHES = new Set(['’', "'", 'ʼ', '`', '´']);
/** Signs that part words in Cyrillic too; any other before one of its letters may be an apostrophe. */
const PARTING = /[\s\p{Pd}.,;:!?/\\()[\]+&|…·•«»<>=#@%\d]/u;

const NONE = 0;
const LETTER = 1;
const DIGIT = 2;
const HAN = 3;
const CYRILLIC = 4;

/** The kinds of the characters of the Basic Multilingual Plane, found out as they are met. */
const kinds = new Int8Array(0x10000).fill(-1);

/** @param {number} code */
function kindOf(code) {
  let kind = kinds[code] ?? NONE;
  if (kind < 0) {
    const sign = String.fromCharCode(code);
    if (/\p{Nd}/u.test(sign)) kind = DIGIT;
    else if (/\p{Script=Han}/u.test(sign)) kind = HAN;
    else if (/\p{Script=Cyrillic}/u.test(sign)) kind = CYRILLIC;
    // Modifier letters are typed for an apostrophe: "lʼétat".
    else kind = /(?![\u02b9-\u02ff])[\p{L}\p{M}\p{No}\u0640\u200c]/u.test(sign) ? LETTER : NONE;
    kinds[code] = kind;
  }
  return kind;
}

/**
 * Calls `visit` for each token of a text.
 * @param {string} given
 * @param {(kind: Kind, text: string, start: number, end: number) => void} visit
 */
export function scan(given, visit) {
  const text = plain(given);
  const { length } = text;
  let place = 0;
  while (place < length) {
    const first = kindOf(text.charCodeAt(place));
    if (first === DIGIT || (first === NONE && text[place] === '+')) {
      const end = number(text, place, visit);
      if (end > place) {
        place = end;
        continue;
      }
    }
    if (first === NONE) {
      place += 1;
      continue;
    }
    const end = first === HAN ? endOfHan(text, place) : endOfWord(text, place);
    visit(first === HAN ? 'han' : 'word', text.slice(place, end), place, end);
    place = end;
  }
}

/**
 * A text of the same length without what would part a word.
 * @param {string} text
 */
function plain(text) {
  let found = text;
  if (/[^\u0000-\u024f]/.test(found)) found = found.replace(SIGNS, ' ');
  return found.includes('.') ? found.replace(DOTTED, undotted) : found;
}

/**
 * "c.p.a.m." as "cpam", at the same length, so that what follows keeps its place.
 * @param {string} sigle
 */
const undotted = (sigle) => sigle.replace(/[.\s]/g, '').padEnd(sigle.length, ' ');

/**
 * @param {string} text
 * @param {number} place
 */
function endOfHan(text, place) {
  let end = place + 1;
  while (end < text.length && kindOf(text.charCodeAt(end)) === HAN) end += 1;
  return end;
}

/** The letters before which Ukrainian has its apostrophe. */
const AFTER_APOSTROPHE = new Set('яюєїЯЮЄЇ');

/**
 * Whether the sign at `place` stands for an apostrophe between two Cyrillic letters: "сім'я", "сім*я".
 * @param {string} text
 * @param {number} place
 */
function isWithin(text, place) {
  if (kindOf(text.charCodeAt(place - 1)) !== CYRILLIC) return false;
  if (kindOf(text.charCodeAt(place + 1)) !== CYRILLIC) return false;
  const sign = text[place] ?? '';
  if (APOSTROPHES.has(sign)) return true;
  return AFTER_APOSTROPHE.has(text[place + 1] ?? '') && !PARTING.test(sign);
}

/**
 * Letters and digits that touch are one word ("c2s"). An apostrophe parts words, but in Cyrillic it
 * stands for a sound within one.
 * @param {string} text
 * @param {number} place
 */
function endOfWord(text, place) {
  let end = place + 1;
  for (; end < text.length; end += 1) {
    const kind = kindOf(text.charCodeAt(end));
    if (kind === HAN) break;
    if (kind === NONE && !isWithin(text, end)) break;
  }
  return end;
}

/**
 * @param {string} text
 * @param {number} start
 * @param {Parameters<typeof scan>[1]} visit
 * @returns {number} the end of the number; `start` where there is none, or a word that begins so
 */
function number(text, start, visit) {
  NUMBER.lastIndex = start;
  const run = NUMBER.exec(text)?.[0] ?? '';
  let end = start + run.length;
  if (!run) return start;
  // The last group may be the beginning of a word, as in "le 1er" or "12 c2s".
  const kind = end < text.length ? kindOf(text.charCodeAt(end)) : NONE;
  let whole = run;
  if (kind === LETTER || kind === CYRILLIC) {
    whole = run.replace(/\D?\p{Nd}+$/u, '');
    end = start + whole.length;
    if (!whole) return start;
  }
  for (const reading of readings(latinDigits(whole))) visit('number', reading, start, end);
  return end;
}

/** @param {string} run */
const latinDigits = (run) =>
  /^[\x20-\x7e]*$/.test(run)
    ? run
    : run
        .replace(/\p{Nd}/gu, digit)
        .replace(/[\u066b，]/g, ',')
        .replaceAll('．', '.');

/** @param {string} sign  a decimal digit of any script; scripts have theirs in a row */
function digit(sign) {
  const code = /** @type {number} */ (sign.codePointAt(0));
  if (code < 0x80) return sign;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

/**
 * What a run of digits may be looked up as: a phone number in its national form, an amount without
 * its thousands separators, a short number without its spaces, or its groups.
 * @param {string} run
 * @returns {string[]} the likeliest first
 */
export function readings(run) {
  const groups = run.replace(/^\+/, '').split(/\D+/);
  const joined = groups.join('');
  if (joined.length >= 9 && (run.startsWith('+') || joined.startsWith('0'))) {
    return [joined.replace(/^(?:0033|33)(?=\d{9}$)/, '0')];
  }
  const amount = /^(\d{1,3}(?:[\s.,’'\u066c]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(run);
  if (amount) {
    const whole = (amount[1] ?? '').replace(/\D/g, '');
    const cents = (amount[2] ?? '').replace(/0+$/, '');
    return cents ? [`${whole}.${cents}`, whole] : [whole];
  }
  return groups.length > 1 && groups.every((group) => group.length === 2)
    ? [joined, ...groups]
    : groups;
}

/**
 * @param {string} text
 * @returns {Token[]}
 */
export function tokens(text) {
  /** @type {Token[]} */
  const found = [];
  scan(text, (kind, word, start, end) => void found.push({ kind, text: word, start, end }));
  return found;
}
