import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build } from 'esbuild';
import { listing, notice, packagesIn } from '../licences.mjs';

/** @param {string} name */
const dist = (name) => readFileSync(new URL(`../dist/${name}`, import.meta.url), 'utf8');

/** @param {Record<string, string>} files  by path; gives the folder that holds them */
function project(files) {
  const root = mkdtempSync(join(tmpdir(), 'licences-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** @param {string} root */
const bundled = async (root) =>
  (
    await build({
      absWorkingDir: root,
      entryPoints: ['main.js'],
      bundle: true,
      format: 'esm',
      metafile: true,
      write: false,
      outfile: 'out.js',
    })
  ).metafile;

const MAIN = {
  'main.js': 'import { one } from "pack"; import { far } from "@far/away"; console.log(one, far);',
  'node_modules/pack/package.json': '{"name": "pack", "version": "1.2.3", "license": "MIT"}',
  'node_modules/pack/index.js': 'import "inner"; export const one = 1;',
  'node_modules/pack/LICENSE.txt': 'Copyright of pack */',
  'node_modules/pack/node_modules/inner/package.json':
    '{"name": "inner", "version": "2.0.0", "license": "ISC"}',
  'node_modules/pack/node_modules/inner/index.js': 'globalThis.inner = 1;',
  'node_modules/pack/node_modules/inner/LICENCE': 'Copyright of inner',
  'node_modules/@far/away/package.json': '{"name": "@far/away", "version": "3.0.0", "license": "MIT"}',
  'node_modules/@far/away/index.js': 'export const far = 2; export const unused = 3;',
  'node_modules/@far/away/license.md': 'Copyright of far',
};

test('every package in a bundle is found, also one inside another and one of a scope', async () => {
  const root = project(MAIN);
  const found = packagesIn(await bundled(root), root);
  assert.deepEqual(
    found.map(({ name, version, licence }) => [name, version, licence]),
    [
      ['@far/away', '3.0.0', 'MIT'],
      ['inner', '2.0.0', 'ISC'],
      ['pack', '1.2.3', 'MIT'],
    ],
  );
  const ending = notice(found);
  for (const name of ['far', 'inner', 'pack']) assert.match(ending, RegExp(`Copyright of ${name}`));
  assert.doesNotThrow(() => new Function(ending), 'no licence ends the comment that it stands in');
  assert.match(listing(found), /^@far\/away 3\.0\.0 \(MIT\)\n\nCopyright of far\n/);
});

test('a package without a licence is not bundled', async () => {
  const { 'node_modules/pack/LICENSE.txt': _, ...rest } = MAIN;
  const root = project(rest);
  const metafile = await bundled(root);
  assert.throws(() => packagesIn(metafile, root), /pack: no licence that could be shipped/);
});

test('the scripts that hold code of others end with its licence, and the list names all', () => {
  assert.match(dist('tools.js'), /lean-qr \d+\.\d+\.\d+ \(MIT\)\n\nMIT License\n\nCopyright/);
  const named = dist('LICENSES.txt').match(/^\S+ \d+\.\d+\.\d+ \(.+\)$/gm) ?? [];
  const scripts = readdirSync(new URL('../dist/', import.meta.url)).filter((each) => /js$/.test(each));
  const noted = scripts.flatMap((each) => dist(each).match(/(?<=^\/\*!\n)\S+ \S+ \(.+\)$/gm) ?? []);
  assert.deepEqual(named, [...new Set(noted)].sort());
  assert.ok(named.length > 0);
});
