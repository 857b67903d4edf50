import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sentences, voiceFor } from '../app/tools/listen.js';

const voices = ['en-US', 'pt_PT', 'pt_BR', 'zh-CN', 'ar-SA'].map((lang) => /** @type {any} */ ({ lang }));

test('texts are cut into sentences in every script', () => {
  assert.deepEqual(sentences('Go there. Bring\n papers!', 'en'), ['Go there.', 'Bring papers!']);
  assert.equal(sentences('去那里。带上文件。', 'zh-Hans').length, 2);
  assert.equal(sentences('اذهب إلى هناك. هل معك الأوراق؟ نعم.', 'ar').length, 3);
  assert.deepEqual(sentences('  ', 'fr'), []);
});

test('a voice of the same region is best, any of the language does', () => {
  assert.equal(voiceFor(voices, 'pt-BR')?.lang, 'pt_BR');
  assert.equal(voiceFor(voices, 'en-GB')?.lang, 'en-US');
  assert.equal(voiceFor(voices, 'zh-Hans')?.lang, 'zh-CN');
  assert.equal(voiceFor(voices, 'ar')?.lang, 'ar-SA');
  assert.equal(voiceFor(voices, 'uk'), undefined);
});
