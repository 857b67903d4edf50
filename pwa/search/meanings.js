/** What a word of a query may mean in a language: the forms it may stand for, and how surely. */

import { begins, begun, begunPairs, holding, mistyped, soundingLike } from './guesses.js';
import { alike, together } from './names.js';
import { SURE } from './sure.js';

/** @import {Index} from './gather.js' */
/** @import {Term} from './languages.js' */
/** @import {Gathering} from './names.js' */
/** @import {Slot} from './query.js' */

/**
 * @typedef {object} Meaning
 * @property {Map<string, number>} forms  0 < certainty ≤ 1
 * @property {Map<string, number>} pairs  the same for what two words beside each other say
 * @property {boolean} stop
 * @property {boolean} exact  whether the word itself, or an inflected form of it, is known
 * @property {ReadonlyMap<string, number>} stems  that it may have, for the words beside it
 */

const REMEMBERED = 200;

/** @type {WeakMap<Index, Map<string, Meaning|null>>} */
const memory = new WeakMap();

/**
 * @param {Index} index
 * @param {Slot} slot
 * @returns {Meaning|null} null where the word cannot be one of the language
 */
export function meaning(index, slot) {
  let known = memory.get(index);
  if (!known) memory.set(index, (known = new Map()));
  const key = `${slot.kind} ${slot.text} ${slot.open} ${slot.sure ?? 1} ${slot.strange ?? false}`;
  let found = known.get(key);
  if (found === undefined) {
    found = read(index, slot);
    if (known.size > REMEMBERED) known.clear();
    known.set(key, found);
  }
  return found;
}

/**
 * @param {Index} index
 * @param {Slot} slot
 * @returns {Meaning|null}
 */
function read(index, { kind, text, open, sure, strange }) {
  if (kind === 'phrase') return phrase(index, text, sure ?? 1);
  if (kind === 'begun') return beginning(index, text);
  const term = index.analysis.term(kind === 'sign' ? 'han' : kind, text);
  if (!term) return null;
  return kind === 'sign' ? sign(index, term) : word(index, term, kind, open, strange ?? false);
}

/**
 * A word as it was typed.
 * @param {Index} index
 * @param {Term} term
 * @param {import('./tokens.js').Kind} kind
 * @param {boolean} open
 * @param {boolean} strange
 * @returns {Meaning}
 */
function word(index, term, kind, open, strange) {
  const { plain, stem, stop } = term;
  const { add, forms } = formsOf(index, term);
  /** @type {Gathering} */
  const gathering = { add, pairs: new Map(), stems: new Map([[stem, 1]]) };
  const result = { forms, stop, ...gathering };
  add(plain, 1);
  const known = forms.size > 0;
  // What it would be without its last letters is not meant while more are to come.
  const isBegun = open && !known && begins(index, plain);
  related(index, term, isBegun ? SURE.begunBeside : SURE.related, add);
  if (isBegun) {
    begun(index, plain, SURE.begun, add);
    alike(index, stem, SURE.alikeBegun, gathering);
    return { ...result, exact: false };
  }
  const own = forms.size > 0;
  alike(index, stem, own ? SURE.alike : SURE.alikeOnly, gathering);
  const exact = own || forms.size > 0 || gathering.pairs.size > 0;
  if (open && plain.length > 1) {
    const least = known && stop ? 0 : exact ? SURE.begunBeside : SURE.begun;
    if (least) begun(index, plain, least, add);
  } else if (!exact && plain.length >= (strange ? 3 : 4)) {
    begun(index, plain, strange ? SURE.begunStrange : SURE.begunWithin, add);
  }
  if (kind === 'han') {
    if (plain.length === 1) holding(index, plain, SURE.begun, add);
    else if (own || !exact) soundingLike(index, plain, own, gathering);
  }
  if (!exact && kind === 'word' && !/\d/.test(plain)) {
    mistyped(index, term, open, forms.size > 0, gathering);
  }
  return { ...result, exact };
}

/**
 * @param {Index} index
 * @param {Term} term
 */
function formsOf(index, { form, plain }) {
  /** @type {Map<string, number>} */
  const forms = new Map();
  const add = (/** @type {string} */ other, /** @type {number} */ certainty) => {
    for (const each of index.byPlain.get(other) ?? []) {
      // Who types tones means them; who types none may mean any.
      const sure = each === form || form === plain ? certainty : certainty * SURE.toned;
      if ((forms.get(each) ?? 0) < sure) forms.set(each, sure);
    }
  };
  return { add, forms };
}

/**
 * Adds the other forms of a word.
 * @param {Index} index
 * @param {Term} term
 * @param {number} certainty
 * @param {(plain: string, certainty: number) => void} add
 */
function related({ analysis, byStem, byRoot }, { plain, stem }, certainty, add) {
  for (const other of byStem.get(stem) ?? []) add(other, certainty);
  for (const other of byRoot.get(analysis.root(stem)) ?? []) add(other, certainty * SURE.root);
  for (const other of analysis.variants(plain)) add(other, certainty);
}

/**
 * A phrase that is called by other names too.
 * @param {Index} index
 * @param {string} name
 * @param {number} sure
 * @returns {Meaning|null} null where it is none of the language
 */
function phrase(index, name, sure) {
  const stems = name.split(' ');
  if (!index.concepts.others.has(name)) return null;
  const result = nothing();
  const { forms, pairs } = result;
  const add = (/** @type {string} */ plain, /** @type {number} */ certainty) => {
    for (const form of index.byPlain.get(plain) ?? []) forms.set(form, certainty);
  };
  const own = together(index, stems);
  alike(index, name, sure * (own ? SURE.alike : SURE.alikeOnly), { add, pairs, stems: new Map() });
  if (own) pairs.set(own, sure);
  return result;
}

/**
 * A word and the beginning of the one after it.
 * @param {Index} index
 * @param {string} text  both, parted by a space
 * @returns {Meaning|null}
 */
function beginning(index, text) {
  const [first, second] = text.split(' ').map((part) => index.analysis.term('word', part));
  return first && second ? { ...nothing(), pairs: begunPairs(index, first, second) } : null;
}

/**
 * One Han character of a longer run: many words for one thing share one.
 * @param {Index} index
 * @param {Term} term
 * @returns {Meaning}
 */
function sign(index, { plain }) {
  const result = nothing();
  holding(index, plain, SURE.sign, (other, certainty) => void result.forms.set(other, certainty));
  return result;
}

/** What is known of no word by itself. */
const nothing = () => ({
  /** @type {Map<string, number>} */
  forms: new Map(),
  /** @type {Map<string, number>} */
  pairs: new Map(),
  stop: false,
  exact: true,
  /** @type {Map<string, number>} */
  stems: new Map(),
});
