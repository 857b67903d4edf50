/**
 * Bundles the phone's part into dist/: app.js, steps.js and tools.js (modules), search.js, sw.js,
 * retire.js and first.js (classic scripts), style.css, lexicon.json with what packs tell the search
 * about their languages, and LICENSES.txt about the packages that are in the scripts. The same sources
 * give the same bytes: names get their hashes from the server's build.
 */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { minify } from 'terser';
import { lexicons } from './lexicon.mjs';
import { listing, notice, packagesIn } from './licences.mjs';

/**
 * The browsers that Livret supports: Chromium since March 2023, Firefox 115 (its last release for
 * old Windows and macOS), Safari and every browser on iOS 16.4, the first with the APIs used here.
 * Older ones show the pages, without what script adds.
 */
const BROWSERS = ['chrome111', 'firefox115', 'safari16.4', 'ios16.4'];

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  target: BROWSERS,
  logLevel: 'warning',
  metafile: true,
  write: false,
};

/**
 * Style sheets that a script brings, as text: the loader of that name would leave the comments in.
 * @type {import('esbuild').Plugin}
 */
const styles = {
  name: 'styles',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const options = { loader: /** @type {const} */ ('css'), minify: true, target: BROWSERS };
      const { code } = await transform(readFileSync(path, 'utf8'), options);
      return { contents: code.trimEnd(), loader: 'text' };
    });
  },
};

/**
 * A script in fewer bytes: what esbuild leaves, terser makes a twentieth smaller, compressed too.
 * @param {string} text
 * @param {boolean} module
 */
async function smaller(text, module) {
  const options = { module, compress: { passes: 2 }, ecma: /** @type {const} */ (2020) };
  const { code } = await minify(text, options);
  return `${code}\n`;
}

/** @type {import('esbuild').BuildOptions[]} */
const outputs = [
  // With styles of their own: they are adopted when they come, and cost the pages nothing.
  { entryPoints: ['app/main.js'], outfile: 'dist/app.js', format: 'esm', plugins: [styles] },
  { entryPoints: ['app/steps/main.js'], outfile: 'dist/steps.js', format: 'esm', plugins: [styles] },
  { entryPoints: ['app/tools/main.js'], outfile: 'dist/tools.js', format: 'esm', plugins: [styles] },
  // For those who write the guide: `livret serve --reload` alone has it.
  { entryPoints: ['app/live.js'], outfile: 'dist/live.js', format: 'esm', plugins: [styles] },
  // Stands in each page and runs before it is shown.
  { entryPoints: ['app/first.js'], outfile: 'dist/first.js', format: 'iife' },
  { entryPoints: ['search/worker.js'], outfile: 'dist/search.js', format: 'iife' },
  // Classic: Firefox cannot start a service worker from a module.
  { entryPoints: ['worker/sw.js'], outfile: 'dist/sw.js', format: 'iife' },
  { entryPoints: ['worker/retire.js'], outfile: 'dist/retire.js', format: 'iife' },
  { entryPoints: ['styles/main.css'], outfile: 'dist/style.css' },
];

// All of them, whatever becomes of one: each tells what is wrong with it.
const ended = await Promise.allSettled(outputs.map((output) => build({ ...common, ...output })));
const built = ended.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
if (built.length < outputs.length) process.exit(1);
const packages = new Map();
const modules = new Set(
  outputs.flatMap(({ format, outfile }) =>
    format === 'esm' && outfile ? [join(import.meta.dirname, outfile)] : [],
  ),
);
mkdirSync(new URL('dist/', import.meta.url), { recursive: true });
for (const { metafile, outputFiles } of built) {
  if (!metafile) throw new Error('esbuild did not tell what it bundled');
  const found = packagesIn(metafile, import.meta.dirname);
  for (const { path, text } of outputFiles ?? []) {
    const least = path.endsWith('.js') ? await smaller(text, modules.has(path)) : text;
    writeFileSync(path, least + notice(found));
  }
  for (const each of found) packages.set(each.name, each);
}
writeFileSync(new URL('dist/LICENSES.txt', import.meta.url), listing([...packages.values()]));
writeFileSync(new URL('dist/lexicon.json', import.meta.url), JSON.stringify(lexicons()));
