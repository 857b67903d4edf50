/**
 * The packages of others that a bundle holds, and their licences, which must travel with every copy:
 * each bundle ends with those of its own packages, so that they also reach whoever only opens the site.
 */

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} licence  as an SPDX expression
 * @property {string} text  of the licence, with its copyright line
 */

/** A package's folder, in the path of one of its files; it may lie inside another package's. */
const FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;
const LICENCE_FILE = /^(licen[cs]e|copying)\b/i;

/**
 * The packages whose code is in a bundle, by name.
 *
 * @param {import('esbuild').Metafile} metafile
 * @param {string} root  what the paths in it begin at
 * @returns {Package[]}
 */
export function packagesIn(metafile, root) {
  const folders = new Set();
  for (const { inputs } of Object.values(metafile.outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = FOLDER.exec(path)?.[0];
      if (folder && bytesInOutput > 0) folders.add(join(root, folder));
    }
  }
  return [...folders].map(packageAt).sort((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * @param {string} folder
 * @returns {Package}
 */
function packageAt(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((each) => LICENCE_FILE.test(each));
  if (!file || typeof license !== 'string') {
    throw new Error(`${folder}: no licence that could be shipped; do not bundle this package`);
  }
  return { name, version, licence: license, text: readFileSync(join(folder, file), 'utf8').trim() };
}

/**
 * What a script ends with; nothing where it holds no package.
 *
 * @param {Package[]} packages
 */
export const notice = (packages) =>
  packages.map((each) => `/*!\n${told(each).replaceAll('*/', '* /')}\n*/\n`).join('');

/**
 * The file about all packages.
 *
 * @param {Package[]} packages
 */
export const listing = (packages) =>
  packages
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((each) => `${told(each)}\n`)
    .join('\n');

/** @param {Package} each */
const told = ({ name, version, licence, text }) => `${name} ${version} (${licence})\n\n${text}`;
