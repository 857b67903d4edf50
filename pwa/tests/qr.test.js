import assert from 'node:assert/strict';
import { test } from 'node:test';
import decode from 'jsqr';
import { qrPath } from '../app/tools/qr.js';

const PIXELS = 6;

/**
 * What a camera would see: the path's modules as black squares on white.
 * @param {{size: number, path: string}} code
 */
function seen({ size, path }) {
  const width = size * PIXELS;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, left, top] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let y = 0; y < PIXELS; y += 1)
      for (let x = 0; x < PIXELS; x += 1) {
        const place = ((Number(top) * PIXELS + y) * width + Number(left) * PIXELS + x) * 4;
        data.set([0, 0, 0], place);
      }
  return /** @type {any} */ (decode)(data, width, width)?.data;
}

test('another decoder reads what was written, from the shortest address to the longest', () => {
  for (const length of [1, 20, 40, 80, 120, 200]) {
    const text = `https://guide.example/go/${'residence-permit/'.repeat(20).slice(0, length)}`;
    assert.equal(seen(qrPath(text)), text);
  }
});

test('there are four light modules around the code', () => {
  const { size, path } = qrPath('https://guide.example/go/a/b');
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  assert.equal(Math.min(...places), 4);
  assert.equal(Math.max(...places), size - 5);
});
