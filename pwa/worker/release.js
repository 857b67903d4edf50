/** Reads release.json, and says which of its files a phone needs. */

import { encoded } from './bytes.js';
import { Failure } from './failure.js';
import { sha256 } from './hash.js';
import { CODE, SCHEMA } from './names.js';

/**
 * @typedef {object} ReleaseFile
 * @property {string} path  ends in .<first digits of its hash>.<extension>
 * @property {string} sha256
 * @property {number} size  bytes
 * @property {string} type  the Content-Type it is stored and answered with
 * @property {boolean} [kept]  false for what the guide is whole without
 */

/**
 * @typedef {object} ReleaseLanguage
 * @property {string} lang  BCP 47 tag
 * @property {string} code  first segment of its addresses
 * @property {'ltr'|'rtl'} dir
 * @property {string} name  in the language itself
 * @property {string} pack  a path among `files`
 * @property {number} size  bytes of the pack
 * @property {number} transfer  bytes of the pack on the wire
 */

/**
 * @typedef {object} Release
 * @property {number} schema
 * @property {string} id
 * @property {string} name
 * @property {string} source  code or tag of the language the guide is written in
 * @property {string|null} companion  code of the language kept on every phone
 * @property {ReleaseLanguage[]} languages
 * @property {ReleaseFile[]} files
 */

/** @param {unknown} value */
const isText = (value) => typeof value === 'string' && value !== '';
/** @param {unknown} value */
const isSize = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
/** @param {RegExp} pattern */
const matches = (pattern) => (/** @type {unknown} */ value) =>
  typeof value === 'string' && pattern.test(value);
/** @param {unknown} value */
const isList = (value) => Array.isArray(value) && value.length > 0 && value.length <= 1000;

/** @type {Record<string, (value: unknown) => boolean>} */
const RELEASE = {
  schema: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  id: matches(/^[0-9a-f]{16}$/),
  name: isText,
  source: isText,
  companion: (value) => value === null || isText(value),
  languages: isList,
  files: isList,
};

/** @type {Record<string, (value: unknown) => boolean>} */
const LANGUAGE = {
  lang: isText,
  code: matches(new RegExp(`^${CODE}$`)),
  dir: matches(/^(ltr|rtl)$/),
  name: isText,
  pack: isText,
  size: isSize,
  transfer: isSize,
};

/** @type {Record<string, (value: unknown) => boolean>} */
const FILE = {
  path: matches(/^\/(assets|packs)\/[\w-][\w.-]*\.[0-9a-f]{8,64}\.[a-z0-9]+$/),
  sha256: matches(/^[0-9a-f]{64}$/),
  size: isSize,
  type: matches(/^[a-z]+\/[\w.+-]+(; ?charset=utf-8)?$/),
};

/**
 * The first field that does not follow its rule; a field without a rule is left alone, since a
 * change of meaning always comes with a higher schema number.
 * @param {unknown} value
 * @param {Record<string, (value: unknown) => boolean>} rules
 * @returns {string|undefined}
 */
function wrongField(value, rules) {
  if (typeof value !== 'object' || value === null) return 'not an object';
  const fields = /** @type {Record<string, unknown>} */ (value);
  return Object.keys(rules).find((name) => !rules[name]?.(fields[name]));
}

/**
 * Whether the name of a file holds the first digits of a hash.
 * @param {string} path
 * @param {string} hash  hexadecimal
 */
export const isNamed = (path, hash) => hash.startsWith(path.split('.').at(-2) ?? ' ');

/**
 * What is wrong with a parsed release, or undefined.
 * @param {Release} release  of the right schema, else not yet known to be one
 * @returns {string|undefined}
 */
function problemIn(release) {
  const field = wrongField(release, RELEASE);
  if (field) return field;
  const sizes = new Map();
  for (const [index, file] of release.files.entries()) {
    const wrong = wrongField(file, FILE);
    if (wrong) return `files[${index}].${wrong}`;
    if (sizes.has(file.path)) return `files[${index}].path twice`;
    // A file of another content then always has another path: releases cannot mix in the cache.
    if (!isNamed(file.path, file.sha256)) return `files[${index}].path`;
    sizes.set(file.path, file.size);
  }
  const codes = new Set();
  for (const [index, language] of release.languages.entries()) {
    const wrong = wrongField(language, LANGUAGE);
    if (wrong) return `languages[${index}].${wrong}`;
    if (codes.has(language.code) || language.code === 'go') return `languages[${index}].code`;
    if (sizes.get(language.pack) !== language.size) return `languages[${index}].pack`;
    codes.add(language.code);
  }
  return undefined;
}

/**
 * JSON with sorted keys and no spaces: what the server hashes.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  return JSON.stringify(value, (_, inner) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * What the id of a release is the hash of.
 * @param {Release} release
 */
export function contentOf(release) {
  const { id: _, ...content } = release;
  return content;
}

/**
 * The id that the content of a release gives it.
 * @param {Release} release
 */
export async function releaseId(release) {
  return (await sha256(encoded(canonical(contentOf(release))))).slice(0, 16);
}

/**
 * The release that bytes describe. Throws a Failure `release`, or `newer` for a format that a
 * later worker will read.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<Release>}
 */
export async function parseRelease(bytes) {
  let value;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Failure('release', 'not JSON');
  }
  if (Number.isSafeInteger(value?.schema) && value.schema > SCHEMA) {
    throw new Failure('newer', `schema ${value.schema}`);
  }
  const problem = problemIn(value);
  if (problem) throw new Failure('release', problem);
  if ((await releaseId(value)) !== value.id) throw new Failure('release', 'id');
  return value;
}

/**
 * The kept language whose pack a pack is most like: its own, else the companion, which servers
 * compress the others for ahead of the requests; undefined for other files.
 * @param {Release} release
 * @param {ReleaseFile} file
 * @param {readonly string[]} kept  codes
 */
export function likest({ languages, companion }, { path }, kept) {
  const code = languages.find(({ pack }) => pack === path)?.code;
  return code && ([code, companion].find((each) => each && kept.includes(each)) ?? kept[0]);
}

/**
 * The files a phone needs for some languages: their packs, and all that is no pack but what the
 * system takes from the network when the guide is installed.
 * @param {Release} release
 * @param {readonly string[]} codes
 * @returns {ReleaseFile[]}
 */
export function filesFor(release, codes) {
  const packs = new Map(release.languages.map((language) => [language.pack, language.code]));
  return release.files.filter(({ path, kept = true }) => {
    const code = packs.get(path);
    return code === undefined ? kept : codes.includes(code);
  });
}
