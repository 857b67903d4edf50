import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, restOf } from '../worker/compose.js';

const page = {
  address: '/ar/health/lost/',
  title: `a & b <c> "d" 'e'`,
  description: '&amp;',
  fragment: '<h1>&amp;</h1>',
};

test('texts are escaped as the server escapes them, the fragment is not', () => {
  assert.equal(
    compose(['<title>', 'title', '|', 'description', '|', 'fragment', ''], page),
    '<title>a &amp; b &lt;c&gt; &#34;d&#34; &#39;e&#39;|&amp;amp;|<h1>&amp;</h1>',
  );
});

test('links to other languages lead to the same page', () => {
  assert.equal(compose(['<a href="/fr', 'rest', '">'], page), '<a href="/fr/health/lost/">');
});

test('the current page is marked, and no other', () => {
  const shell = ['<a', 'current:/', '><a', 'current:/health/lost/', '>'];
  assert.equal(compose(shell, page), '<a><a aria-current="page">');
});

test('what stands between "except" and "always" is left out of the pages named', () => {
  const shell = ['a', 'except:/ /health/lost/', 'b', 'rest', 'c', 'always', 'd'];
  assert.equal(compose(shell, page), 'ad');
  assert.equal(compose(shell, { ...page, address: '/ar/health/' }), 'ab/health/cd');
  assert.equal(compose(shell, { ...page, address: '/ar/' }), 'ad');
  assert.throws(() => compose(['', 'except:/health/lost/', '', 'colour', ''], page), TypeError);
});

test('what looks like a replacement pattern stays as it is', () => {
  assert.equal(
    compose(['', 'title', '', 'fragment', ''], { ...page, title: '$&', fragment: "$'$1" }),
    "$&amp;$'$1",
  );
});

test('a slot that nothing fills is an error, as it is on the server', () => {
  assert.throws(() => compose(['', 'colour', ''], page), {
    message: 'no value for the slot colour',
  });
  assert.throws(() => compose(['', 'constructor', ''], page), TypeError);
});

test('the rest of an address follows its language', () => {
  assert.equal(restOf('/zh-hans/words/'), '/words/');
  assert.equal(restOf('/ar/'), '/');
  assert.equal(restOf('/ar'), '/');
});
