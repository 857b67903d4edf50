import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readings, tokens } from '../search/tokens.js';

/** @param {string} text */
const words = (text) => tokens(text).map((token) => token.text);

test('an apostrophe parts a French elision and not a Ukrainian word', () => {
  for (const sign of "'’ʼ`´‘ʻ′ˈ")
    assert.deepEqual(words(`l${sign}attestation d${sign}assurance`), ['l', 'attestation', 'd', 'assurance'], sign);
  assert.deepEqual(words("сім’я п'ять обʼява імʼям"), ['сім’я', "п'ять", 'обʼява', 'імʼям']);
});

test('any sign may be a Ukrainian apostrophe, and none of those that part words', () => {
  assert.deepEqual(words('сім*я об″єднання кур`єр м"яч'), ['сім*я', 'об″єднання', 'кур`єр', 'м"яч']);
  assert.deepEqual(words('"ти"я ні/я так,є'), ['ти"я', 'ні', 'я', 'так', 'є']);
  assert.deepEqual(words('сім*ку'), ['сім', 'ку']);
});

test('letters and digits that touch are one word', () => {
  assert.deepEqual(words('C2S, S1 and the 1er étage'), ['C2S', 'S1', 'and', 'the', '1er', 'étage']);
});

test('a sigle with dots is one word, and what follows keeps its place', () => {
  assert.deepEqual(words('C.P.A.M. and V.L.S.'), ['CPAM', 'and', 'VLS']);
  const [, second] = tokens('C.A.F. office');
  assert.deepEqual([second?.start, second?.end], [7, 13]);
});

test('Chinese is cut where its script begins and ends', () => {
  assert.deepEqual(
    tokens('没有CAF卡').map(({ kind, text }) => [kind, text]),
    [
      ['han', '没有'],
      ['word', 'CAF'],
      ['han', '卡'],
    ],
  );
});

test('a phone number is the same however it is written', () => {
  for (const written of [
    '02 99 30 81 24',
    '0299308124',
    '+33 2 99 30 81 24',
    '02.99.30.81.24',
    '0033299308124',
  ])
    assert.deepEqual(words(written), ['0299308124'], written);
});

test('a short phone number is found with and without its space', () => {
  assert.deepEqual(readings('3646'), ['3646']);
  assert.equal(readings('36 46')[0], '3646');
});

test('an amount is the same in every way of writing it', () => {
  for (const written of [
    '1 867,02 €',
    '€1,867.02',
    '1.867,02',
    '1\u202f867,02',
    '١٬٨٦٧٫٠٢',
    '１，８６７．０２',
  ])
    assert.equal(words(written)[0], '1867.02', written);
  assert.deepEqual(words('105 €'), ['105']);
  assert.deepEqual(words('105,00'), ['105']);
});

test('years with a stroke and dates are their parts', () => {
  assert.deepEqual(words('2026/2027'), ['2026', '2027']);
});

test('invisible signs of bidirectional text do not part or join words', () => {
  assert.deepEqual(words('بطاقة\u2068CVEC\u2069'), ['بطاقة', 'CVEC']);
});

test('tokens say where they stand', () => {
  for (const { text, start, end } of tokens('Où est  la CPAM ?'))
    assert.equal('Où est  la CPAM ?'.slice(start, end), text);
});
