import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPack } from '../search/entries.js';
import { blocks } from '../search/html.js';
import { packText } from './library.js';

test('blocks are the texts that a reader sees, without what leads elsewhere', () => {
  const found = blocks(
    '<article><p class="path"><a href="/">All</a></p><h1>Title &amp; more</h1>' +
      '<section><p data-block="1">It <b>says\n  this</b>.</p><ul data-block="2"><li lang="fr">un</li>' +
      '<li><label><input type="checkbox"><span>two</span></label></li></ul></section>' +
      '<nav><p>elsewhere</p></nav><aside><p>checked</p></aside></article>',
  );
  assert.deepEqual(
    found.map(({ tag, key, lang, text }) => [tag, key, lang, text]),
    [
      ['p', '', '', 'All'],
      ['h1', '', '', 'Title & more'],
      ['p', '1', '', 'It says this.'],
      ['li', '', 'fr', 'un'],
      ['li', '', '', 'two'],
    ],
  );
});

test('entities become what they stand for', () => {
  const [block] = blocks('<p>l&#39;État &lt;x&gt; &#34;y&#34; &copy;</p>');
  assert.equal(block?.text, 'l\'État <x> "y" &copy;');
});

const pack = packText(
  'en',
  [
    {
      id: 'health/lost',
      title: 'My card is lost',
      short: 'Order another.',
      keywords: 'green card, card gone',
      body: '<h2>How</h2><p>In your account.</p>',
      for: 'student researcher',
      from: 'eu',
      state: 'drafted',
    },
  ],
  [
    {
      key: 'caf',
      term: 'CAF',
      full: 'Caisse',
      rendering: 'benefit office',
      explanation: 'It pays.',
      aliases: 'housing office',
      keywords: 'rent help',
    },
  ],
);

test('an answer is read with its topic, what is typed for it and whom it is for', () => {
  const found = readPack(pack).entries.find(({ id }) => id === 'health/lost');
  assert.equal(found?.topic, 'Topic health');
  assert.equal(found?.names, 'green card, card gone');
  assert.equal(found?.called, '');
  assert.deepEqual([found?.audiences, found?.nationalities], [['student', 'researcher'], ['eu']]);
  assert.deepEqual(
    found?.body.map(({ text }) => text),
    ['How', 'In your account.'],
  );
  assert.equal(found?.state, 'drafted');
});

test('each word of the glossary is an entry of its own', () => {
  const found = readPack(pack).entries.find(({ id }) => id === 'word:caf');
  assert.equal(found?.address, '/en/words/caf/');
  assert.equal(found?.title, 'CAF');
  assert.equal(found?.short, 'It pays.');
  assert.equal(found?.called, 'Caisse, benefit office, housing office');
  assert.equal(found?.names, 'Caisse, benefit office, housing office, rent help');
});

test('each step is an entry of its own, for whom it is', () => {
  const steps = {
    address: '/en/steps/',
    description: '',
    fragment:
      '<h1>Steps</h1><ol class="steps"><li id="go" tabindex="-1" data-block="go"><p class="when">Soon</p>' +
      '<h3><a href="/en/x/y/">Go there</a></h3><p>Bring papers.</p></li></ol>',
    search: { go: 'student;eu uk' },
    state: 'source',
    title: 'Steps',
  };
  const [found] = readPack(
    `{"schema":1,"code":"en","lang":"en"}\n${JSON.stringify(steps)}\n`,
  ).entries;
  assert.equal(found?.id, 'step:go');
  assert.equal(found?.title, 'Go there');
  assert.equal(found?.short, 'Soon');
  assert.deepEqual([found?.audiences, found?.nationalities], [['student'], ['eu', 'uk']]);
  assert.deepEqual(
    found?.body.map(({ text }) => text),
    ['Bring papers.'],
  );
});

test('pages that hold nothing of the guide are no entries', () => {
  const page = { description: '', fragment: '<h1>x</h1>', search: {}, state: 'source', title: 'x' };
  const lines = ['/en/', '/en/404.html', '/en/search/', '/en/phone/', '/en/health/'].map(
    (address) => ({ address, ...page }),
  );
  const text = [{ schema: 1, code: 'en', lang: 'en' }, ...lines]
    .map((line) => JSON.stringify(line))
    .join('\n');
  assert.deepEqual(
    readPack(text).entries.map(({ id }) => id),
    ['topic:health'],
  );
});

test('a text that is no pack of a known schema is refused', () => {
  assert.throws(() => readPack('<!doctype html><p>Sign in</p>'), SyntaxError);
  assert.throws(() => readPack('{"schema":2}\n'), SyntaxError);
});
