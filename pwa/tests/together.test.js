import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentences } from '../app/tools/listen.js';
import { apart, together } from '../app/together.js';
import { tokens } from '../search/tokens.js';

const DATES = [
  '1 September 2026',
  '1er septembre 2026',
  '1 de septiembre de 2026',
  '1 سبتمبر 2026',
  '2026年9月1日',
  '1 tháng 9, 2026',
  '5天后',
];

test('what keeps a date together leaves with it: a text that is shared is as it is typed', () => {
  for (const date of DATES) {
    assert.notEqual(together(date), date);
    assert.equal(apart(together(date)), date);
  }
  assert.equal(apart('« 105\u00A0€ »\u00A0: 45\u00A0jours'), '« 105\u00A0€ »\u00A0: 45 jours');
});

test('a date that is kept together is found and read aloud like any other', () => {
  const words = (/** @type {string} */ text) => tokens(text).map((token) => token.text);
  for (const date of DATES) {
    assert.deepEqual(words(together(date)), words(date));
    assert.deepEqual(sentences(together(date), 'en'), [date]);
  }
});
