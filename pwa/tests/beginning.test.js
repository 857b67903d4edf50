import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning } from '../app/beginning.js';

test('a result shows whole sentences, as the lists of the server do', () => {
  for (const [text, shown] of /** @type {[string, string][]} */ ([
    [
      'Yes. A room costs €400 to €600 a month, without charges. Rooms in town cost more.',
      'Yes. A room costs €400 to €600 a month, without charges.',
    ],
    [
      "Demandez-la au bureau du logement de la ville, p. ex. en ligne, avant le 31 mai. C'est gratuit.",
      'Demandez-la au bureau du logement de la ville, p. ex. en ligne, avant le 31 mai.',
    ],
    ['每年的学生与校园生活费是105欧元，所有在法国注册入学的人都交同样的钱。只交一次。全年有效，不必再交。', '每年的学生与校园生活费是105欧元，所有在法国注册入学的人都交同样的钱。只交一次。'],
    [
      'هل تدفعها كل سنة؟ نعم، من يسجّل في مؤسسة يدفعها مرة واحدة. وهي للجميع.',
      'هل تدفعها كل سنة؟ نعم، من يسجّل في مؤسسة يدفعها مرة واحدة.',
    ],
    ['One sentence, without an end', 'One sentence, without an end'],
    ['', ''],
  ]))
    assert.equal(beginning(text), shown);
});

test('a result shows the sentence that holds the words which were asked for', () => {
  const text = 'Go to the office of your town and ask there. Bring a photo. Then wait. It is free.';
  assert.equal(beginning(text), 'Go to the office of your town and ask there.');
  const end = 'Bring a photo. Then wait.';
  assert.equal(beginning(text, text.indexOf('wait')), `Go to the office of your town and ask there. ${end}`);
  assert.equal(beginning(text, text.indexOf('free')), text);
});
