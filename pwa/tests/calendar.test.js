import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar, escape, fold } from '../app/steps/calendar.js';

const encoder = new TextEncoder();
const now = new Date('2026-11-30T16:05:09.123Z');
const validate = {
  key: 'validate-visa',
  day: '2026-12-15',
  ends: true,
  title: 'Validate your VLS-TS visa, online; today',
  lang: 'en',
  text: 'At the latest\nnext week \\ or so',
  address: 'https://guide.example/go/residence-permit/validate-vls-ts',
};

test('an event is a whole day with a name that stays, and rings at nine before it', () => {
  const text = calendar({ name: 'Steps', host: 'guide.example', lang: 'en', now, days: [validate] });
  assert.ok(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n'));
  assert.ok(text.endsWith('END:VCALENDAR\r\n'));
  const unfolded = text.replaceAll('\r\n ', '').split('\r\n');
  for (const line of [
    'UID:step-validate-visa@guide.example',
    'DTSTAMP:20261130T160509Z',
    'DTSTART;VALUE=DATE:20261215',
    'SUMMARY;LANGUAGE=en:Validate your VLS-TS visa\\, online\\; today',
    'DESCRIPTION;LANGUAGE=en:At the latest\\nnext week \\\\ or so',
    'URL:https://guide.example/go/residence-permit/validate-vls-ts',
    'TRIGGER:-P6DT15H',
    'TRIGGER:-PT15H',
  ])
    assert.ok(unfolded.includes(line), line);
});

test('a first day rings on the day itself', () => {
  const days = [{ ...validate, ends: false }];
  const text = calendar({ name: 'Steps', host: 'guide.example', lang: 'en', now, days });
  assert.deepEqual(text.match(/TRIGGER:.*/g), ['TRIGGER:PT9H']);
});

test('lines are folded at 75 octets and never within a character', () => {
  const samples = [
    'x'.repeat(300),
    'تحقّق من تأشيرتك عبر الإنترنت '.repeat(9),
    '验证您的签证'.repeat(30),
    'ế'.normalize('NFD').repeat(60),
    '🧳'.repeat(40),
    'a'.repeat(75),
    'a'.repeat(74) + 'é',
  ];
  for (const sample of samples) {
    const lines = fold(sample).split('\r\n');
    for (const line of lines) {
      assert.ok(encoder.encode(line).length <= 75, line);
      assert.doesNotThrow(() => encodeURIComponent(line)); // it would for half a character
    }
    assert.ok(lines.slice(1).every((line) => line.startsWith(' ')));
    assert.equal(fold(sample).replaceAll('\r\n ', ''), sample);
  }
  assert.equal(fold('a'.repeat(75)), 'a'.repeat(75));
});

test('text cannot break out of its line', () => {
  assert.equal(escape('a\r\nEND:VEVENT\rb\nc'), 'a\\nEND:VEVENT\\nb\\nc');
  assert.equal(escape('\u0000\u0007a\u001bb\u007f'), 'ab');
  assert.equal(escape('\\n'), '\\\\n');
});
