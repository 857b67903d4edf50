/**
 * Measures how long a key takes: on the page, from the key to results that are laid out, and in the
 * search alone.
 *
 *     node bench/latency.js SITE [--answers 2000] [--slow 4] [--runs 3] [--lang CODE] [--json]
 *
 * Chromium's slow-down acts on a page's own thread and not on its workers, so the search is measured
 * there, in a bundle of its own; the page is measured with a worker at full speed. What a reader
 * waits for is at most the sum of both, key by key. "nothing" is a message to an empty worker and
 * back, with no slow-down: it tells how busy the machine is.
 */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launch } from './browser.js';
import { enlarge } from './corpus.js';
import { judgedIn } from './judged.js';
import { packsOf } from './rankers.js';

/** @import {Session} from './browser.js' */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    answers: { type: 'string', default: '0' },
    slow: { type: 'string', default: '4' },
    runs: { type: 'string', default: '3' },
    lang: { type: 'string', default: 'en' },
    queries: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
});

/** @type {Record<string, string>} */
const TYPES = { css: 'text/css', js: 'text/javascript', json: 'application/json' };

/** @param {string} folder  a published one */
async function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    try {
      const body = readFileSync(join(folder, path.endsWith('/') ? `${path}index.html` : path));
      const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/html';
      response.writeHead(200, { 'content-type': `${type};charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}

/** Every state of the field while judged queries are typed. */
function keys() {
  const judged = judgedIn(join(import.meta.dirname, '../../tests/search')).get(values.lang) ?? {};
  const queries = Object.values(judged).flatMap((each) => Object.keys(each));
  const step = Math.max(1, Math.floor(queries.length / Number(values.queries)));
  return queries
    .filter((_, number) => number % step === 0)
    .flatMap((query) => [...query].map((_, end, signs) => signs.slice(0, end + 1).join('')));
}

/** The screen of a small phone. */
const PHONE = { width: 360, height: 640, deviceScaleFactor: 2, mobile: true };

/**
 * Lets a test know of each answer of the worker, when the page has shown it and in the same task: a
 * frame that is painted in between would count for a key that did not ask for it.
 */
const TELL = `globalThis.Worker = class extends Worker {
  addEventListener(type, listener) {
    super.addEventListener(type, (event) => {
      listener(event);
      if (event.data?.type === 'ready') globalThis.languages = event.data.languages.length;
      if (event.data?.type === 'found') globalThis.told?.();
    });
  }
};`;
const ON_PAGE = `async (keys) => {
  const field = document.querySelector('#find');
  const times = [];
  for (const text of keys) {
    field.value = text;
    const start = performance.now();
    const told = new Promise((resolve) => {
      globalThis.told = () => {
        document.body.offsetHeight;
        resolve(performance.now() - start);
      };
    });
    field.dispatchEvent(new Event('input', { bubbles: true }));
    if (text.trim()) times.push(await told);
  }
  return times;
}`;
const ALONE = `async (keys) => keys.filter((text) => text.trim()).map((query) => {
  const start = performance.now();
  bench.answer(bench.library, { number: 0, query, who: { audience: '', nationality: '' } });
  return performance.now() - start;
})`;
const NOTHING = `async () => {
  const worker = new Worker(URL.createObjectURL(new Blob(['onmessage = () => postMessage(0)'])));
  const times = [];
  for (let i = 0; i < 200; i += 1) {
    const start = performance.now();
    await new Promise((resolve) => {
      worker.onmessage = resolve;
      worker.postMessage(0);
    });
    times.push(performance.now() - start);
  }
  worker.terminate();
  return times.slice(20);
}`;

/** @param {Session} page @param {string} call @param {unknown} [given] */
async function run(page, call, given) {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', {
    expression: `(${call})(${JSON.stringify(given) ?? ''})`,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  return result.value;
}

/** @param {Session} page @param {string} test */
const until = (page, test) =>
  run(
    page,
    `() => new Promise((resolve) => {
      const look = () => ((${test}) ? resolve(true) : setTimeout(look, 20));
      look();
    })`,
  );

/** The search as a script for a page: \`bench.answer\`, \`bench.Library\`. */
async function bundle() {
  const source = `export { answer } from './answer.js'; export { Library } from './library.js';`;
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(import.meta.dirname, '../search') },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'search',
  });
  return outputFiles[0]?.text ?? '';
}

/** @param {number[]} times  in milliseconds */
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/**
 * Of each key the least time over all runs: what the work itself takes, without that of the machine.
 * @param {number[][]} runs
 */
const least = (runs) => (runs[0] ?? []).map((_, key) => Math.min(...runs.map((run) => run[key] ?? 0)));

/**
 * @param {number[][]} runs
 * @param {'median'|'p95'} which
 */
const middle = (runs, which) => spread(runs.map((run) => spread(run)[which])).median;

/**
 * @param {Session} page
 * @param {string} origin
 * @param {string} script
 * @param {readonly string[]} packs
 */
async function measure(page, origin, script, packs) {
  const slow = (/** @type {number} */ rate) => page.send('Emulation.setCPUThrottlingRate', { rate });
  const rate = Number(values.slow);
  await slow(1);
  await page.send('Page.navigate', { url: 'about:blank' });
  const nothing = await run(page, NOTHING);
  await run(page, `() => { ${script}; globalThis.bench = search; }`.replace('var search', 'globalThis.search'));
  await run(page, `(texts) => { bench = { ...search, library: new search.Library() }; const t = performance.now(); for (const text of texts) bench.library.add(text); return performance.now() - t; }`, packs);
  const typed = keys();
  await run(page, ALONE, typed); // warm, as a phone is after some keys
  await slow(rate);
  const alone = await run(page, ALONE, typed);
  await slow(1);
  await page.send('Page.navigate', { url: `${origin}/${values.lang}/search/` });
  await until(page, `globalThis.languages > 0 && document.readyState === 'complete'`);
  await slow(rate);
  const onPage = await run(page, ON_PAGE, typed);
  const both = typed.filter((text) => text.trim()).map((_, key) => alone[key] + onPage[key]);
  return { nothing, alone, onPage, both };
}

const site = positionals[0] ?? 'site';
const large = Number(values.answers) ? mkdtempSync(join(tmpdir(), 'bench-site-')) : '';
if (large) enlarge(site, large, Number(values.answers));
const { origin, close } = await serve(large || site);
const packs = packsOf(large || site).get(values.lang) ?? [];
const browser = await launch();
/** @type {Awaited<ReturnType<typeof measure>>[]} */
const results = [];
try {
  const script = await bundle();
  const page = await browser.open();
  await page.send('Page.enable');
  await page.send('Emulation.setDeviceMetricsOverride', PHONE);
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: TELL });
  for (let i = 0; i < Number(values.runs); i += 1)
    results.push(await measure(page, origin, script, packs));
} finally {
  await browser.close();
  close();
  if (large) rmSync(large, { recursive: true });
}
const NAMES = /** @type {const} */ (['nothing', 'alone', 'onPage', 'both']);

/** For other programs: of each part the runs, and the least of each key. */
function tell() {
  const parts = NAMES.map((name) => {
    const runs = results.map((each) => each[name]);
    return [name, { runs: runs.map(spread), least: spread(least(runs)) }];
  });
  console.log(JSON.stringify(Object.fromEntries(parts)));
}

function print() {
  const guide = values.answers === '0' ? 'the guide' : `${values.answers} answers`;
  console.log(`${values.lang}, ${guide}, ${values.slow}x, ${values.runs} runs`);
  for (const name of NAMES) {
    const runs = results.map((each) => each[name]);
    const cells = ({ median, p95 } = spread(least(runs))) =>
      `median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
    const middles = { median: middle(runs, 'median'), p95: middle(runs, 'p95') };
    console.log(`${name.padEnd(8)} least of each key: ${cells()}; middle run: ${cells(middles)}`);
  }
}

if (values.json) tell();
else print();
