/** Small published guides for tests: the files that `livret build` would write, as bytes. */

import { createHash } from 'node:crypto';
import { canonical } from '../worker/release.js';

/** @import {Release} from '../worker/release.js' */

/** @typedef {Map<string, {bytes: Buffer<ArrayBuffer>, type: string}>} Files  by address */
/** @typedef {{id: string, release: Release, files: Files}} Guide */

export const NAMES = /** @type {const} */ ({
  ar: { lang: 'ar', dir: 'rtl', name: 'العربية' },
  en: { lang: 'en', dir: 'ltr', name: 'English' },
  fr: { lang: 'fr', dir: 'ltr', name: 'Français' },
  zh: { lang: 'zh-Hans', dir: 'ltr', name: '中文' },
});

/** @typedef {keyof typeof NAMES} Code */

/** @param {Uint8Array|string} bytes */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @param {string} text */
const line = (text) => Buffer.from(`${text}\n`);

/**
 * @param {string} code
 * @param {string} lang
 * @param {string} dir
 */
const offline = (code, lang, dir) => ({
  lang,
  dir,
  title: `${code}: no network`,
  not_kept: `${code}: not kept`,
  lost: `${code}: lost`,
  kept: `${code}: kept:`,
  retry: `${code}: again`,
  unwell: `${code}: unwell`,
  repair: `${code}: repair`,
});

/**
 * @param {Code} code
 * @param {string} edition
 */
function packText(code, edition) {
  const { lang, dir } = NAMES[code];
  const header = {
    schema: 1,
    code,
    lang,
    dir,
    headers: { 'content-security-policy': "default-src 'none'" },
    manifest: { id: '/', lang, name: `Livret ${code}` },
    offline: Object.fromEntries(
      Object.entries(NAMES).map(([each, { lang, dir }]) => [each, offline(each, lang, dir)]),
    ),
    shell: [
      `<!doctype html>\n<html lang="${lang}"><title>`,
      'title',
      '</title><a href="/fr',
      'rest',
      '"',
      'current:/',
      '>x</a><main>',
      'fragment',
      '</main>\n',
    ],
  };
  const pages = ['/404.html', '/', '/health/', '/health/lost/'].map((rest) => ({
    address: `/${code}${rest}`,
    description: 'a & b',
    fragment: `<h1>${code} ${edition} ${rest}</h1>`,
    search: {},
    state: 'source',
    title: `“${rest}” <é>`,
    version: rest === '/health/lost/' ? `${sha256(edition).slice(0, 8)}.${code}` : '',
  }));
  return [header, ...pages].map((each) => `${canonical(each)}\n`).join('');
}

/**
 * A release with two assets that phones keep, one that they do not, and a pack per language.
 * Another `edition` changes the packs and the script; the icons stay.
 * @param {string} edition
 * @param {readonly Code[]} [codes]
 * @returns {Guide}
 */
export function guide(edition, codes = ['ar', 'en', 'fr', 'zh']) {
  /** @type {Guide['files']} */
  const files = new Map();
  /**
   * @param {string} name
   * @param {string} text
   * @param {string} type
   */
  const add = (name, text, type) => {
    const bytes = Buffer.from(text);
    const path = name.replace('HASH', sha256(bytes).slice(0, 16));
    files.set(path, { bytes, type });
    return path;
  };
  add('/assets/app.HASH.js', `// ${edition}`, 'text/javascript; charset=utf-8');
  add('/assets/icon.HASH.svg', '<svg/>', 'image/svg+xml');
  const large = add('/assets/large.HASH.png', 'PNG', 'image/png');
  const languages = codes.map((code) => {
    const text = packText(code, edition);
    const pack = add(`/packs/${code}.HASH.ndjson`, text, 'application/x-ndjson; charset=utf-8');
    return { ...NAMES[code], code, pack, size: Buffer.byteLength(text), transfer: 500 };
  });
  const listed = [...files].map(([path, { bytes, type }]) => ({
    path,
    sha256: sha256(bytes),
    size: bytes.length,
    type,
    ...(path === large ? { kept: false } : {}),
  }));
  listed.sort((a, b) => (a.path < b.path ? -1 : 1));
  const content = {
    schema: 1,
    name: 'Livret',
    source: 'en',
    companion: 'fr',
    languages,
    files: listed,
  };
  const id = sha256(canonical(content)).slice(0, 16);
  const release = { ...content, id };
  files.set('/release.json', { bytes: line(canonical(release)), type: 'application/json' });
  return { id, release, files };
}

/**
 * @param {Guide} from
 * @param {Code} code
 */
export const packPath = ({ release }, code) =>
  release.languages.find((language) => language.code === code)?.pack ?? '';
