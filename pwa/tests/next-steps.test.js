import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepsOf } from '../app/steps/next.js';

const PAGE =
  '<!doctype html><meta charset="utf-8"><ul><li id="elsewhere">No</li></ul><ol class="steps">' +
  '<li id="go" tabindex="-1" data-block="go" data-anchor="arrival" data-after="-2 week" data-opens' +
  ' data-for="student family" data-from="non-eu"><h3 lang="fr"><a href="/en/x/y/">Go &amp; <bdi>see</bdi></a></h3>' +
  '<p class="when">Soon</p></li>' +
  '<li id="stay" data-anchor="birth"><h3>Stay</h3></li></ol></section></div></main></body></html>';

test('the steps are read from the text of their page', () => {
  const [go, stay, ...others] = stepsOf(PAGE);
  assert.deepEqual(others, []);
  const { title, ...step } = go ?? { title: null };
  assert.deepEqual(step, {
    key: 'go',
    anchor: 'arrival',
    after: { number: -2, unit: 'week' },
    opens: true,
    audiences: ['student', 'family'],
    nationalities: ['non-eu'],
  });
  assert.deepEqual([title?.text, title?.lang], ['Go & see', 'fr']);
  assert.deepEqual([stay?.after, stay?.opens, stay?.audiences], [null, false, []]);
});
