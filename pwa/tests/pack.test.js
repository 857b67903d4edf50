import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keep } from '../worker/keep.js';
import { loadPack, parsePack } from '../worker/pack.js';
import { guide, packPath } from './guide.js';
import { phone } from './phone.js';

const text = [
  '{"code":"ar","schema":1,"shell":["<main>","fragment","</main>"]}',
  '{"address":"/ar/","fragment":"has \\n{\\"address\\":\\"/ar/fake/\\", in it","title":"home"}',
  '{"address":"/ar/a/b/","title":"inner"}',
  '{"address":"/ar/a/","title":"outer"}',
  '',
].join('\n');

const first = guide('first');

async function kept() {
  const device = phone(first);
  await keep(device.world, { languages: ['ar', 'en', 'fr', 'zh'], cause: 'asked' });
  return device;
}

test('a page is found by its whole address', () => {
  const { find } = parsePack(text);
  assert.equal(find('/ar/')?.title, 'home');
  assert.equal(find('/ar/a/')?.title, 'outer');
  assert.equal(find('/ar/a/b/')?.title, 'inner');
});

test('what is no address of the pack is not found', () => {
  const { find } = parsePack(text);
  for (const address of ['/ar', '/ar/a', '/ar/a/b/c/', '/ar/fake/', '', '/ar/"', '.*']) {
    assert.equal(find(address), null, address);
  }
});

test('the last line needs no newline after it', () => {
  assert.equal(parsePack(text.trimEnd()).find('/ar/a/')?.title, 'outer');
});

test('a pack of another schema is none', () => {
  assert.throws(() => parsePack('{"schema":2,"shell":[]}\n'), SyntaxError);
  assert.throws(() => parsePack('<!doctype html>\n'), SyntaxError);
});

test('a pack whose shell this worker cannot fill is none', () => {
  assert.throws(() => parsePack('{"schema":1,"shell":["","colour",""]}\n'), TypeError);
  assert.throws(() => parsePack('{"schema":1}\n'), TypeError);
});

test('a pack is read once, and only a few stay in memory', async () => {
  const { world, cache } = await kept();
  const one = await loadPack(world, first.release, 'ar');
  cache.stored.clear();
  assert.equal(await loadPack(world, first.release, 'ar'), one);
  assert.equal(one?.header.lang, 'ar');
  const device = await kept();
  for (const code of ['ar', 'en', 'ar', 'fr']) await loadPack(device.world, first.release, code);
  assert.deepEqual(
    [...device.world.memory.packs.keys()],
    [packPath(first, 'ar'), packPath(first, 'fr')],
  );
});

test('a damaged pack is never shown, and deleted so that it is fetched again', async () => {
  const device = await kept();
  const file = device.stored(packPath(first, 'ar'));
  if (file) file.bytes = file.bytes.map((byte, place) => (place === 900 ? byte ^ 1 : byte));
  assert.equal(await loadPack(device.world, first.release, 'ar'), null);
  assert.equal(device.stored(packPath(first, 'ar')), undefined);
});

test('a language without a pack has none', async () => {
  const { world } = await kept();
  assert.equal(await loadPack(world, first.release, 'xx'), null);
});
