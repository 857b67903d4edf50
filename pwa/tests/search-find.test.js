import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ids, packText, searcher, telling } from './library.js';

const english = packText(
  'en',
  [
    {
      id: 'card/lost',
      title: 'My carte Vitale is lost or stolen. What do I do?',
      short: 'Report it in your ameli account.',
      keywords: 'green card gone',
    },
    {
      id: 'card/get',
      title: 'How do I get my carte Vitale?',
      short: 'Order it online. It is free.',
    },
    {
      id: 'permit/lost',
      title: 'My residence permit was lost or stolen. What do I do?',
      short: 'Go to the préfecture.',
    },
    {
      id: 'permit/renew',
      title: 'When do I renew my residence permit?',
      short: 'Two to four months before it ends.',
      for: 'student',
    },
    {
      id: 'money/fee',
      title: 'How much is the CVEC?',
      short: 'It costs €105.',
      body: '<p>Call <a href="tel:3646">36 46</a>. Pay before you enrol.</p>',
    },
    {
      id: 'home/deposit',
      title: 'How big may the deposit be?',
      short: 'One month of rent for an empty flat.',
    },
    { id: 'home/flat', title: 'How do I share a flat?', short: 'Look for flat-sharing.' },
    { id: 'health/vaccines', title: 'Which vaccines are paid back?', short: 'Most of them.' },
  ],
  [
    {
      key: 'caf',
      term: 'CAF',
      full: "Caisse d'allocations familiales",
      rendering: 'benefit office',
      explanation: 'The office that pays housing benefit.',
      aliases: 'benefit bureau',
      keywords: 'housing benefit, rent grant',
    },
    {
      key: 'rib',
      term: 'RIB',
      full: "relevé d'identité bancaire",
      rendering: 'bank details',
      explanation: 'Your bank details.',
    },
  ],
);
const french = packText('fr', [
  {
    id: 'card/lost',
    title: 'Ma carte Vitale est perdue ou volée. Que faire ?',
    short: 'Déclarez-le dans votre compte ameli.',
  },
  {
    id: 'permit/renew',
    title: 'Quand renouveler mon titre de séjour ?',
    short: 'Deux à quatre mois avant sa fin.',
  },
  {
    id: 'permit/lost',
    title: 'Mon titre de séjour est perdu ou volé',
    short: 'Allez à la préfecture.',
  },
  {
    id: 'home/deposit',
    title: 'À combien peut s’élever le dépôt de garantie ?',
    short: 'Un mois de loyer.',
  },
]);
const find = searcher(english, french);

test('the answer with all the words comes first', () => {
  assert.equal(find('lost permit')[0]?.id, 'permit/lost');
  assert.equal(find('lost carte vitale')[0]?.id, 'card/lost');
});

test('a question in whole sentences finds its answer', () => {
  assert.equal(
    find('what should I do when I have lost my residence permit?')[0]?.id,
    'permit/lost',
  );
});

test('words that are still being typed find what begins so', () => {
  assert.equal(find('vacc')[0]?.id, 'health/vaccines');
  assert.equal(find('how big may the depo')[0]?.id, 'home/deposit');
});

for (const [typed, wanted] of [
  ['vacines', 'health/vaccines'],
  ['vaccinnes', 'health/vaccines'],
  ['vaccnies', 'health/vaccines'],
  ['vsccines', 'health/vaccines'],
  ['dhare ', 'home/flat'],
  ['depsoit', 'home/deposit'],
  ['residense permit renwe', 'permit/renew'],
  ['cartevitale lost', 'card/lost'],
  ['flatsharing', 'home/flat'],
  ['permitlostorstolen', 'permit/lost'],
  ['permitlostorsto', 'permit/lost'],
  ['flat sharing', 'home/flat'],
  ['permit waslost', 'permit/lost'],
]) {
  test(`"${typed}" finds what was meant`, () => assert.equal(find(typed ?? '')[0]?.id, wanted));
}

test('amounts and phone numbers are found however they are written', () => {
  for (const query of ['105 €', '€105', '105,00', '105 euros'])
    assert.equal(find(query)[0]?.id, 'money/fee', query);
  assert.equal(find('36 46')[0]?.id, 'money/fee');
  assert.equal(find('3646')[0]?.id, 'money/fee');
});

test('French words find the answer, which is shown in the reader’s language', () => {
  const [first] = find('titre de séjour perdu');
  assert.equal(first?.id, 'permit/lost');
  assert.equal(first?.title.text, 'My residence permit was lost or stolen. What do I do?');
  assert.equal(first?.why?.in, 'language');
  assert.equal(first?.why?.lang, 'fr');
  assert.match(first?.why?.text ?? '', /titre de séjour/);
});

test('words of two languages in one query count together', () => {
  assert.equal(find('renew titre de sejour')[0]?.id, 'permit/renew');
});

test('a word of the glossary, typed alone, comes first as what it is', () => {
  const [first, ...others] = find('caf');
  assert.equal(first?.kind, 'word');
  assert.equal(first?.title.text, 'CAF');
  assert.ok(!ids(others).includes('word:caf'));
  assert.equal(find("caisse d'allocations familiales")[0]?.id, 'word:caf');
});

test('what matched is marked, in the shown texts or in a text of its own', () => {
  const [lost] = find('lost permits');
  assert.deepEqual(
    lost?.title.marks.map(([from, to]) => lost.title.text.slice(from, to)),
    ['permit', 'lost'],
  );
  assert.equal(lost?.why, null);
  const [named] = find('green card');
  assert.equal(named?.why?.in, 'text');
  assert.equal(named?.why?.text, 'green card gone');
  const whyOf = (/** @type {string} */ query) => find(query).find(({ id }) => id === 'word:caf')?.why;
  assert.equal(whyOf('benefit bureau')?.in, 'name');
  assert.equal(whyOf('rent grant')?.in, 'text');
  const [inside] = find('enrol');
  assert.equal(inside?.why?.in, 'text');
  assert.match(inside?.why?.text ?? '', /before you enrol/);
});

test('who one is sorts nothing out, and is told', () => {
  const [first] = find('renew permit', { audience: 'researcher' });
  assert.equal(first?.id, 'permit/renew');
  assert.equal(first?.fits, false);
  assert.equal(find('renew permit', { audience: 'student' })[0]?.fits, true);
  assert.equal(find('lost permit', { audience: 'researcher' })[0]?.fits, true);
});

test('a query that nothing fits finds nothing, and neither does one without words', () => {
  for (const query of ['zzyzx', '', '   ', '?!', '»«', '<b>', '\\', '😀'])
    assert.deepEqual(find(query), [], query);
});

test('very long and very odd queries are answered', () => {
  assert.equal(find(`${'lost '.repeat(500)}permit`).length > 0, true);
  for (const query of [
    '__proto__',
    'constructor toString',
    'a'.repeat(5000),
    '\u0000',
    '٠'.repeat(100),
    '+'.repeat(50),
  ])
    assert.ok(Array.isArray(find(query)), query);
});

test('Chinese is found without spaces, in either set of characters', () => {
  const chinese = searcher(
    packText('zh-Hans', [
      { id: 'permit/lost', title: '居留证丢失或被盗怎么办？', short: '请到省政府办理。' },
      { id: 'bank/open', title: '如何开设银行账户？', short: '带上护照和住址证明。' },
      { id: 'health/card', title: '没有健康卡可以看医生吗？', short: '可以。' },
    ]),
  );
  assert.equal(chinese('居留证丢了')[0]?.id, 'permit/lost');
  assert.equal(chinese('居留證')[0]?.id, 'permit/lost');
  assert.equal(chinese('没有卡怎么看医生')[0]?.id, 'health/card');
  assert.equal(chinese('银')[0]?.id, 'bank/open');
  assert.deepEqual(chinese('银行')[0]?.title.marks, [[4, 6]]);
});

test('Chinese characters are found by others that sound alike, and by one that is shared', () => {
  const chinese = searcher(
    packText('zh-Hans', [
      { id: 'home/deposit', title: '押金最多是多少？', short: '一个月的房租。' },
      { id: 'care/doctor', title: '怎么预约医生？', short: '在网上。' },
      { id: 'home/power', title: '怎么开通用电？', short: '打电话给供应商。' },
    ]),
  );
  assert.equal(chinese('押今')[0]?.id, 'home/deposit');
  assert.equal(chinese('一生')[0]?.id, 'care/doctor');
  // zh and z, eng and en are one in many accents.
  assert.equal(chinese('一身')[0]?.id, 'care/doctor');
  assert.equal(chinese('来电')[0]?.id, 'home/power');
  assert.deepEqual(chinese('来电')[0]?.title.marks, []);
});

test('the beginning of a word is found by the word before it', () => {
  const vietnamese = searcher(
    packText('vi', [
      { id: 'care/dentist', title: 'Khám nha sĩ hết bao nhiêu?', short: 'Tùy việc.' },
      { id: 'home/deposit', title: 'Chủ nhà nợ tiền tôi', short: 'Chủ nhà.' },
    ]),
  );
  assert.equal(vietnamese('nha s')[0]?.id, 'care/dentist');
  assert.match(find('carte v')[0]?.id ?? '', /^card/);
});

test('who names a part of a thing is led to the thing, and not the other way', () => {
  const english = searcher(
    packText('en', [
      { id: 'care/doctor', title: 'How do I find a doctor?', short: 'Ask.' },
      { id: 'care/fever', title: 'A child with fever', short: 'Call 15.' },
      { id: 'life/sport', title: 'How can I do sport?', short: 'In a club.' },
    ]),
  );
  assert.equal(english('basketball')[0]?.id, 'life/sport');
  assert.equal(english('basketbal')[0]?.id, 'life/sport');
  assert.deepEqual(ids(english('doctor')), ['care/doctor']);
  assert.deepEqual(ids(english('fever')).slice(0, 2), ['care/fever', 'care/doctor']);
});

test('another name of several words is one only as a whole', () => {
  const french = searcher(
    packText('fr', [
      { id: 'money/none', title: 'Je suis fauché', short: 'Une aide existe.' },
      { id: 'money/bank', title: 'Où déposer mon argent ?', short: 'À la banque.' },
    ]),
  );
  assert.equal(french('plus d’argent')[0]?.id, 'money/none');
  assert.deepEqual(ids(french('argent')), ['money/bank']);
});

test('Vietnamese is found with tones, without them, and told apart by them', () => {
  const vietnamese = searcher(
    packText('vi', [
      {
        id: 'home/deposit',
        title: 'Tiền đặt cọc có thể là bao nhiêu?',
        short: 'Một tháng tiền nhà.',
      },
      {
        id: 'health/insurance',
        title: 'Tôi đăng ký bảo hiểm y tế như thế nào?',
        short: 'Trên trang ameli.',
      },
      { id: 'news/report', title: 'Báo tin cho ai khi chuyển nhà?', short: 'Cho CAF.' },
    ]),
  );
  assert.equal(vietnamese('tien dat coc')[0]?.id, 'home/deposit');
  assert.equal(vietnamese('bao hiem y te')[0]?.id, 'health/insurance');
  assert.equal(vietnamese('báo tin')[0]?.id, 'news/report');
  assert.equal(vietnamese('bảo')[0]?.id, 'health/insurance');
  assert.equal(vietnamese('báo')[0]?.id, 'news/report');
});

test('Arabic is found without its article, in other letter forms and with other endings', () => {
  const arabic = searcher(
    packText('ar', [
      { id: 'health/insurance', title: 'كيف أسجل في التأمين الصحي؟', short: 'على موقع ameli.' },
      { id: 'card/lost', title: 'فقدت بطاقة الإقامة، ماذا أفعل؟', short: 'اذهب إلى الشرطة.' },
    ]),
  );
  assert.equal(arabic('تامين صحى')[0]?.id, 'health/insurance');
  assert.equal(arabic('بطاقتي')[0]?.id, 'card/lost');
  assert.equal(arabic('اقامه')[0]?.id, 'card/lost');
  // A verb and a noun of one root.
  assert.equal(arabic('مسجل')[0]?.id, 'health/insurance');
});

test('a French elision without its sign is looked up as its word', () => {
  const french = searcher(
    packText('fr', [
      { id: 'study/enrol', title: 'Où se fait mon inscription ?', short: 'À la scolarité.' },
      { id: 'home/lamp', title: 'Qui change la lanterne ?', short: 'Vous.' },
      { id: 'home/ante', title: 'Une ante, est-ce assez ?', short: 'Non.' },
      { id: 'home/rent', title: 'Que payer jusqu’en octobre ?', short: 'Le loyer.' },
    ]),
  );
  for (const query of ['linscription', 'linscr', 'dinscription ', "l'inscription"])
    assert.equal(french(query)[0]?.id, 'study/enrol', query);
  assert.equal(french('jusquoctobre')[0]?.id, 'home/rent');
  // What may become a word is no elision.
  assert.equal(french('lante')[0]?.id, 'home/lamp');
});

test('Vietnamese syllables that run together are parted, with tones and without', () => {
  const vietnamese = searcher(
    packText('vi', [
      { id: 'health/cover', title: 'Bảo hiểm xã hội là gì?', short: 'Là sự bảo vệ.' },
      { id: 'home/insurance', title: 'Bảo hiểm nhà ở', short: 'Bắt buộc.' },
      { id: 'bank/open', title: 'Làm sao để mở tài khoản ngân hàng?', short: 'Mang hộ chiếu.' },
    ]),
  );
  for (const query of ['bảohiểmxãhội', 'baohiemxahoi', 'bảohiểm xãhội', 'baohiem xahoi'])
    assert.equal(vietnamese(query)[0]?.id, 'health/cover', query);
  assert.equal(vietnamese('bảohiểmnhàở')[0]?.id, 'home/insurance');
  assert.equal(vietnamese('taikhoannganhang')[0]?.id, 'bank/open');
  assert.equal(vietnamese('taikhoannganh')[0]?.id, 'bank/open');
});

test('halves of a word are not looked up where the word is known and they are not', () => {
  const split = searcher(
    packText('en', [
      { id: 'care/vaccines', title: 'Where are vaccines given?', short: 'At a pharmacy.' },
      { id: 'home/inside', title: 'An inestimable box', short: 'It is inessential.' },
    ]),
  );
  assert.deepEqual(
    split('vacc ines ').map(({ id }) => id),
    ['care/vaccines'],
  );
});

test('Arabic words that run together are parted before an article', () => {
  const arabic = searcher(
    packText('ar', [
      { id: 'health/insurance', title: 'كيف أسجل في التأمين الصحي؟', short: 'على موقع ameli.' },
      { id: 'card/lost', title: 'فقدت بطاقة الإقامة، ماذا أفعل؟', short: 'اذهب إلى الشرطة.' },
    ]),
  );
  assert.equal(arabic('بطاقةالإقامة')[0]?.id, 'card/lost');
  assert.equal(arabic('التأمينالصحي')[0]?.id, 'health/insurance');
});

test('a word that runs together with one that says little is parted where a word beside it bears it out', () => {
  const french = searcher(
    packText('fr', [
      { id: 'permit/renew', title: 'Quand renouveler mon titre de séjour ?', short: 'Avant sa fin.' },
      { id: 'travel/ticket', title: 'Un titre ?', short: 'Un titre pour le bus.' },
      { id: 'home/rent', title: 'Un marché tendu', short: 'Un loyer en hausse.' },
    ]),
  );
  assert.equal(french('titre deséjour')[0]?.id, 'permit/renew');
  assert.deepEqual(french('entendu'), []);
});

test('a word of a group of words is not taken for another with a particle', () => {
  const arabic = searcher(
    packText('ar', [
      { id: 'family/come', title: 'هل يأتي أهلي؟', short: 'نعم.' },
      { id: 'daily/phone', title: 'كيف أحصل على هاتف؟', short: 'من متجر.' },
    ]),
  );
  assert.equal(arabic('أتصل بأهلي')[0]?.id, 'daily/phone');
});

test('the word that a question is about is among the first three', () => {
  const about = searcher(
    packText(
      'en',
      Array.from({ length: 5 }, (_, number) => ({
        id: `a/${number}`,
        title: `The CAF, the CAF and the CAF ${number}`,
        short: 'CAF.',
      })),
      [{ key: 'caf', term: 'CAF', explanation: 'The office that pays housing benefit.' }],
    ),
  );
  assert.equal(about('what is the caf')[2]?.id, 'word:caf');
  assert.equal(about('caf')[0]?.id, 'word:caf');
});

test('so is the word that the query is another name of', () => {
  const permits = Array.from({ length: 5 }, (_, number) => ({
    id: `a/${number}`,
    title: `Residence permit, residence permit ${number}`,
    short: 'A residence permit.',
  }));
  const words = [
    {
      key: 'titre-de-sejour',
      term: 'titre de séjour',
      rendering: 'residence permit',
      explanation: 'What lets one live in France.',
    },
  ];
  const search = { alike: 'brp, stay card > residence permit', stop: 'what is a' };
  const about = telling(search, permits, words);
  for (const query of ['residence permit', 'what is a residence permit', 'brp', 'stay card'])
    assert.equal(about(query)[2]?.id, 'word:titre-de-sejour', query);
});

test('Ukrainian is found in any case and with any apostrophe', () => {
  const ukrainian = searcher(
    packText('uk', [
      { id: 'family/come', title: 'Чи може моя сім’я приїхати зі мною?', short: 'Так.' },
      { id: 'bank/open', title: 'Як відкрити банківський рахунок?', short: 'З паспортом.' },
    ]),
  );
  for (const query of ["сім'я", 'сімя', 'сім’ї'])
    assert.equal(ukrainian(query)[0]?.id, 'family/come', query);
  assert.equal(ukrainian('рахунки банків')[0]?.id, 'bank/open');
});

test('a phrase is known where one of its words is mistyped or not finished', () => {
  const english = searcher(
    packText('en', [
      { id: 'health/ameli', title: 'What is an account on ameli? An account', short: 'An account.' },
      { id: 'daily/bank', title: 'How do I open a bank account?', short: 'With a passport.' },
      { id: 'health/app', title: 'Which account has an app?', short: 'The account.' },
    ]),
  );
  for (const query of ['checking account', 'chekcing account', 'cheking account', 'chec account', 'checking acc'])
    assert.equal(english(query)[0]?.id, 'daily/bank', query);
});

test('a typing error is forgiven in another form of a word, and behind what is written into it', () => {
  const french = searcher(
    packText('fr', [
      { id: 'care/teeth', title: 'Combien coûte un dentiste ?', short: 'Un peu.' },
      { id: 'home/insure', title: 'Faut-il une assurance ?', short: 'Oui.' },
    ]),
  );
  assert.equal(french('detistes')[0]?.id, 'care/teeth');
  assert.equal(french('lasurence')[0]?.id, 'home/insure');
  const arabic = searcher(
    packText('ar', [
      { id: 'home/rent', title: 'كم الإيجار؟', short: 'كثير.' },
      { id: 'care/hospital', title: 'أين المستشفى؟', short: 'قريب.' },
    ]),
  );
  for (const query of ['لاإيجار', 'تلايجار', 'والايجر']) assert.equal(arabic(query)[0]?.id, 'home/rent', query);
  assert.equal(arabic('بالمستشفي')[0]?.id, 'care/hospital');
  assert.equal(arabic('ومستسفى')[0]?.id, 'care/hospital');
});

test('two words that run together need not stand beside each other, but a mistyped word is one word', () => {
  const english = searcher(
    packText('en', [
      { id: 'home/aid', title: 'Who gets a subsidy?', short: 'Whoever pays rent.' },
      { id: 'care/doctor', title: 'Which doctor do I see?', short: 'Any.' },
      { id: 'home/land', title: 'Who owns the land?', short: 'A lord and landlords.' },
    ]),
  );
  assert.deepEqual(english('rentsubsidy').map(({ id }) => id), ['home/aid']);
  assert.equal(english('landlorf')[0]?.id, 'home/land');
});

test('halves of a word that is still being typed are one word', () => {
  const english = searcher(
    packText('en', [
      { id: 'care/mind', title: 'Where is a psychologist?', short: 'Here.' },
      { id: 'care/sea', title: 'Where is the beach?', short: 'There.' },
    ]),
  );
  assert.deepEqual(english('ps ychol').map(({ id }) => id), ['care/mind']);
});

test('three letters of a word that none of the languages has begin one in the middle of a query', () => {
  const english = searcher(
    packText('en', [
      { id: 'permit/renew', title: 'When do I renew my permit?', short: 'Early.' },
      { id: 'daily/bus', title: 'Where is the bus?', short: 'There.' },
    ]),
  );
  assert.equal(english('ren please')[0]?.id, 'permit/renew');
});

test('a space for an apostrophe of Ukrainian is none', () => {
  const ukrainian = searcher(
    packText('uk', [
      { id: 'family/come', title: 'Чи може сім’я приїхати?', short: 'Так.' },
      { id: 'home/seven', title: 'Чи маю я сім кімнат?', short: 'Я маю сім. Я.' },
    ]),
  );
  assert.equal(ukrainian('сім я')[0]?.id, 'family/come');
});

test('what matched is marked in the short answer too', () => {
  const english = searcher(packText('en', [{ id: 'a/fee', title: 'How much?', short: 'The harbour fee is 5.' }]));
  assert.deepEqual(english('harbour')[0]?.short.marks, [[4, 11]]);
});
