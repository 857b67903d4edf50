import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differs, versionsIn } from '../app/versions.js';

test('the versions of a pack are read without its texts', () => {
  const pack = [
    '{"code":"ar","schema":1,"version":"none"}',
    '{"address":"/ar/","fragment":"x","title":"home","version":""}',
    '{"address":"/ar/a/b/","fragment":"says \\"version\\":\\"fake\\"","title":"b","version":"1.2"}',
    '{"address":"/ar/a/c/","fragment":"of an older kind","title":"c"}',
    '',
  ].join('\n');
  assert.deepEqual(versionsIn(pack), { '/a/b/': '1.2' });
});

test('in one language the words that are shown decide', () => {
  const read = { code: 'ar', version: '1.a' };
  assert.ok(!differs(read, { code: 'ar', version: '1.a' }));
  assert.ok(differs(read, { code: 'ar', version: '1.b' }), 'a mended translation');
  assert.ok(!differs(read, { code: 'ar', version: '2.a' }), 'a translation that lags behind');
});

test('between languages the words of the original decide', () => {
  const read = { code: 'ar', version: '1.a' };
  assert.ok(!differs(read, { code: 'fr', version: '1.c' }));
  assert.ok(differs(read, { code: 'fr', version: '2.c' }));
});
