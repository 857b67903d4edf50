import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lexicon, lexicons } from '../lexicon.mjs';
import { analysis } from '../search/languages.js';
import { sounding } from '../search/languages/pinyin.js';
import { scan } from '../search/tokens.js';

/** @param {string} lang  BCP 47 tag */
const read = (lang) => analysis(lang, lexicons()[lang.split('-')[0] ?? ''] ?? {});

/**
 * Whether words are looked up as one.
 * @param {string} lang
 * @param {'form'|'plain'|'stem'} level
 * @param {...string} words
 */
function same(lang, level, ...words) {
  const language = read(lang);
  /** @type {string[]} */
  const found = [];
  for (const word of words) {
    scan(word, (kind, text) => void found.push(language.term(kind, text)?.[level] ?? ''));
  }
  assert.equal(found.length, words.length);
  assert.equal(new Set(found).size, 1, `${words}: ${found}`);
  assert.notEqual(found[0], '');
}

/**
 * @param {string} lang
 * @param {'form'|'plain'|'stem'} level
 * @param {string} one
 * @param {string} other
 */
function different(lang, level, one, other) {
  const language = read(lang);
  assert.notEqual(language.term('word', one)?.[level], language.term('word', other)?.[level]);
}

test('English words are one with their inflected and derived forms', () => {
  same('en-GB', 'stem', 'vaccinated', 'vaccine', 'vaccines', 'vaccination');
  same('en-GB', 'stem', 'renew', 'renewing', 'renewal', 'renewed');
  same('en-GB', 'stem', 'insurance', 'insured', 'insuring', 'insure');
  same('en-GB', 'stem', 'family', 'families');
  different('en-GB', 'stem', 'visa', 'visale');
});

test('French is one with and without accents, ligatures and endings', () => {
  same('fr', 'plain', 'médecin', 'medecin', 'MÉDECIN');
  same('fr', 'plain', 'sœur', 'soeur');
  same('fr', 'stem', 'assurance', 'assuré', 'assurer', 'assurée');
  same('fr', 'stem', 'remboursement', 'rembourser', 'remboursés');
});

test('Spanish and Portuguese are one with and without accents and endings', () => {
  same('es', 'plain', 'médico', 'medico');
  same('es', 'stem', 'traducir', 'traducido');
  same('es', 'stem', 'vacuna', 'vacunas', 'vacunar');
  same('pt-BR', 'plain', 'seguridade', 'Seguridade');
  same('pt-BR', 'stem', 'cartão', 'cartões', 'cartao');
  same('pt-BR', 'stem', 'hospital', 'hospitais');
});

test('Arabic is one in all its letter forms, with vowel signs and tatweel, and with its article', () => {
  same('ar', 'plain', 'تأمين', 'تامين', 'التأمين', 'والتأمين', 'للتأمين', 'تَأْمِين', 'تـــأمين');
  same('ar', 'plain', 'بطاقة', 'بطاقه', 'البطاقة');
  same('ar', 'plain', 'مستشفى', 'مستشفي');
  same('ar', 'stem', 'بطاقة', 'بطاقتي', 'بطاقات');
  same('ar', 'stem', 'طبيب', 'طبيبك');
});

test('Ukrainian is one with any apostrophe or none, with ґ and г, and in its cases', () => {
  same('uk', 'plain', 'сім’я', "сім'я", 'сімʼя', 'сімя');
  same('uk', 'plain', 'сім’я', 'сім*я', 'сім″я', 'сімья', 'сімъя');
  same('uk', 'plain', 'ґрант', 'грант');
  same('uk', 'stem', 'картка', 'картки', 'картку', 'картці', 'карток');
  same('uk', 'stem', 'рахунок', 'рахунку', 'рахунки');
  same('uk', 'stem', 'дозвіл', 'дозволу');
});

test('Vietnamese keeps its tones apart and is one when they are not typed', () => {
  same('vi', 'form', 'hòa', 'hoà');
  different('vi', 'form', 'bảo', 'báo');
  same('vi', 'plain', 'bảo', 'bao', 'báo');
  same('vi', 'plain', 'đường', 'duong');
});

test('Chinese is looked up in simplified characters', () => {
  const language = read('zh-Hans');
  assert.equal(language.term('han', '簽證')?.form, '签证');
  assert.equal(language.term('han', '醫療')?.form, '医疗');
});

test('a word of another script cannot be one of the language', () => {
  assert.equal(read('en').term('han', '签证'), null);
  assert.equal(read('fr').term('word', 'تأمين'), null);
  assert.equal(read('ar').term('word', 'страхування'), null);
  assert.equal(read('zh-Hans').term('word', 'CAF')?.plain, 'caf');
});

test('every pair of the table of traditional characters leads to a simplified one', () => {
  const language = read('zh-Hans');
  for (const [written, wanted] of [
    ['貼', '贴'],
    ['讀', '读'],
    ['環', '环'],
    ['診', '诊'],
    ['鑰', '钥'],
  ])
    assert.equal(language.term('han', `${written}一`)?.form, `${wanted}一`);
});

test('a language without rules of its own is searched by whole words', () => {
  same('sw', 'stem', 'Bima', 'bima');
  different('sw', 'stem', 'bima', 'bimas');
});

test('Chinese characters sound as they are typed', () => {
  const sounds = sounding(lexicon('zh')['sounds'] ?? '');
  for (const [word, sound] of [
    ['医生', 'yi sen'],
    ['押金', 'ya jin'],
    ['居留证', 'ju liu zen'],
    ['银行', 'yin xin'],
    ['房租', 'fan zu'],
    ['谁', 'sui'],
  ])
    assert.equal(sounds(word ?? ''), sound);
});

test('every line of other names asks for something', () => {
  for (const { alike = '' } of Object.values(lexicons())) {
    for (const line of alike.split('\n')) {
      assert.match(line, /^[^,>]+(?:, [^,>]+)*(?: > [^,>]+(?:, [^,>]+)*)?$/, line);
      assert.match(line, /[,>]/, line);
    }
  }
});

test('a word may be made from another that the guide knows', () => {
  assert.deepEqual(read('fr').inside('linscription'), ['inscription']);
  assert.deepEqual(read('fr').inside('quest'), ['est']);
  assert.deepEqual(read('fr').inside('logement'), ['ogement']);
  assert.deepEqual(read('fr').inside('garant'), []);
  assert.ok(read('es').inside('cuartito').includes('cuarto'));
  assert.ok(read('pt-BR').inside('papelzinho').includes('papel'));
  assert.ok(read('uk').inside('зубчик').includes('зуб'));
  assert.deepEqual(read('ar').inside('وبضرايبي'), ['بضرايبي', 'ضرايبي']);
});

test('verbs have one stem in their forms, with pronouns and without', () => {
  same('es', 'stem', 'mudar', 'mudándome', 'mudarse', 'mudé');
  same('es', 'stem', 'perder', 'perdí', 'perdió');
  same('pt-BR', 'stem', 'perder', 'perdi', 'perdeu');
  same('en', 'stem', 'travel', 'traveller', 'travelling');
  different('pt-BR', 'stem', 'medicamento', 'médico');
});
