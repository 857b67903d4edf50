import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical, filesFor, parseRelease, releaseId } from '../worker/release.js';
import { guide, packPath } from './guide.js';

const { release, files } = guide('first');
const encode = (/** @type {unknown} */ value) => new TextEncoder().encode(JSON.stringify(value));

/**
 * The release with a change that its id accounts for.
 * @param {(copy: any) => void} change
 */
async function changed(change) {
  const copy = structuredClone(release);
  change(copy);
  return encode({ ...copy, id: await releaseId(copy) });
}

/** @param {(copy: any) => void} change */
const refused = async (change) => {
  const bytes = await changed(change);
  return parseRelease(bytes).then(
    () => 'accepted',
    (error) => `${error.reason}: ${error.detail}`,
  );
};

test('a published release is read as it stands', async () => {
  const file = files.get('/release.json');
  assert.deepEqual(await parseRelease(new Uint8Array(file?.bytes ?? [])), release);
});

test('canonical JSON is what Python writes with sorted keys and no spaces', () => {
  // json.dumps(…, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
  const value = { b: [1, { z: null, a: true }], a: 'é"\\\n\u2028\u007f\u0001中😀' };
  assert.equal(
    canonical(value),
    '{"a":"é\\"\\\\\\n\u2028\u007f\\u0001中😀","b":[1,{"a":true,"z":null}]}',
  );
});

test('an id that is not the hash of the content is refused', async () => {
  const bytes = encode({ ...release, name: 'changed on the way' });
  await assert.rejects(parseRelease(bytes), { reason: 'release', detail: 'id' });
});

test('a newer format is left alone, and said to be newer', async () => {
  const bytes = encode({ schema: 2, files: 'of a kind unknown today' });
  await assert.rejects(parseRelease(bytes), { reason: 'newer', detail: 'schema 2' });
});

test('what is no JSON is no release', async () => {
  for (const text of ['', '<!doctype html>', '{"schema":1', '[]', 'null', '"x"', '7']) {
    await assert.rejects(parseRelease(new TextEncoder().encode(text)), { reason: 'release' });
  }
  await assert.rejects(parseRelease(new Uint8Array([0x22, 0xff, 0x22])), { reason: 'release' });
});

test('a field that a later server adds does no harm', async () => {
  assert.equal(await refused((copy) => (copy.built = 'yesterday')), 'accepted');
});

test('each field is checked', async () => {
  const asset = 0;
  const cases = /** @type {[(copy: any) => void, string][]} */ ([
    [(copy) => delete copy.schema, 'schema'],
    [(copy) => (copy.schema = 0), 'schema'],
    [(copy) => (copy.name = ''), 'name'],
    [(copy) => (copy.companion = 7), 'companion'],
    [(copy) => (copy.languages = []), 'languages'],
    [(copy) => (copy.languages = {}), 'languages'],
    [(copy) => (copy.languages[1].code = '../en'), 'languages[1].code'],
    [(copy) => (copy.languages[1].code = 'go'), 'languages[1].code'],
    [(copy) => (copy.languages[1].code = copy.languages[0].code), 'languages[1].code'],
    [(copy) => (copy.languages[1].dir = 'up'), 'languages[1].dir'],
    [(copy) => (copy.languages[1].pack = '/packs/none.ndjson'), 'languages[1].pack'],
    [(copy) => (copy.languages[1].size += 1), 'languages[1].pack'],
    [(copy) => (copy.files[asset] = null), 'files[0].not an object'],
    [(copy) => (copy.files[asset].path = 'https://elsewhere.example/app.js'), 'files[0].path'],
    [(copy) => (copy.files[asset].path = '/assets/../kept.0123456789abcdef.json'), 'files[0].path'],
    [(copy) => (copy.files[asset].path = '/kept.json'), 'files[0].path'],
    [(copy) => (copy.files[asset].sha256 = 'f'.repeat(64)), 'files[0].path'],
    [(copy) => (copy.files[asset].sha256 = 'F'.repeat(64)), 'files[0].sha256'],
    [(copy) => (copy.files[asset].size = -1), 'files[0].size'],
    [(copy) => (copy.files[asset].size = 1.5), 'files[0].size'],
    [(copy) => (copy.files[asset].type = 'text/plain\r\nset-cookie: x'), 'files[0].type'],
    [(copy) => (copy.files[1] = copy.files[0]), 'files[1].path twice'],
  ]);
  for (const [change, field] of cases) assert.equal(await refused(change), `release: ${field}`);
});

test('a phone needs the packs of its languages, and the other files but the large icon', () => {
  const paths = filesFor(release, ['ar', 'fr']).map((file) => file.path);
  assert.equal(paths.filter((path) => path.startsWith('/assets/')).length, 2);
  assert.deepEqual(
    paths.filter((path) => path.startsWith('/packs/')),
    [packPath(guide('first'), 'ar'), packPath(guide('first'), 'fr')],
  );
});
