import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fragmentIn } from '../app/steps/kept-fragment.js';
import { papersOf } from '../app/steps/papers.js';
import { stepsOf } from '../app/steps/next.js';

const PAGE =
  '<!doctype html><meta charset="utf-8"><ul><li id="elsewhere">No</li></ul><ol class="steps">' +
  '<li id="go" tabindex="-1" data-rule="arrival -2 week from"' +
  ' data-for="student family" data-from="non-eu"><h3 lang="fr"><a href="/en/x/y/">Go &amp; <bdi>see</bdi></a></h3>' +
  '<p class="when">Soon</p></li>' +
  '<li id="stay" data-rule="birth"><h3>Stay</h3></li></ol></section></div></main></body></html>';

test('the steps are read from the text of their page', () => {
  const [go, stay, ...others] = stepsOf(PAGE);
  assert.deepEqual(others, []);
  const { title, ...step } = go ?? { title: null };
  assert.deepEqual(step, {
    key: 'go',
    anchor: 'arrival',
    after: { number: -2, unit: 'week' },
    when: 'from',
    audiences: ['student', 'family'],
    nationalities: ['non-eu'],
  });
  assert.deepEqual([title?.text, title?.lang], ['Go & see', 'fr']);
  assert.deepEqual([stay?.after, stay?.when, stay?.audiences], [null, 'by', []]);
});

test('the documents are read from the text of theirs', () => {
  const box = (/** @type {string} */ tick, /** @type {string} */ html, rest = '') =>
    `<li${rest}><label><input type="checkbox" data-tick="${tick}"><span>${html}</span></label></li>`;
  const fragment =
    `<h1>Documents</h1><ol class="steps"><li id="go" tabindex="-1"><h2>Go</h2><ul class="tasks">` +
    box('a1b', 'a <strong>photo</strong> &amp; <bdi dir="ltr">S1</bdi>') +
    box('k3f', 'passeport', ' lang="fr" dir="ltr"') +
    box('c2d', 'visa', ' class="older"') +
    `</ul></li><li id="stay" tabindex="-1"><h2>Stay</h2><ul class="tasks">${box('0zz', 'x')}</ul></li></ol>`;
  assert.deepEqual(
    [...papersOf(fragment)],
    [
      [
        'go',
        [
          { tick: 'a1b', text: 'a photo & \u2066S1\u2069', lang: '', isOlder: false },
          { tick: 'k3f', text: 'passeport', lang: 'fr', isOlder: false },
          { tick: 'c2d', text: 'visa', lang: '', isOlder: true },
        ],
      ],
      ['stay', [{ tick: '0zz', text: 'x', lang: '', isOlder: false }]],
    ],
  );
});

test('a page is found in its pack by its whole address', () => {
  const pack = '{"schema":1}\n{"address":"/en/steps/documents/","fragment":"B"}\n{"address":"/en/steps/","fragment":"A\\n"}\n';
  assert.equal(fragmentIn(pack, '/en/steps/'), 'A\n');
  assert.equal(fragmentIn(pack, '/en/steps/documents/'), 'B');
  assert.equal(fragmentIn(pack, '/en/'), null);
});
