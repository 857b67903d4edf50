import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { newsAfter, readNews, unseen, writeNews } from '../app/news.js';
import { emptyStorage } from './storage.js';

let stored = emptyStorage();
beforeEach(() => void (stored = emptyStorage()));

const one = { release: 'r1', at: 1, code: 'ar', versions: { '/a/': '1.a', '/b/': '1.b' } };
const two = { release: 'r2', at: 2, code: 'ar', versions: { '/a/': '2.x', '/b/': '1.b', '/c/': '1.c' } };

test('nothing is new to a phone that had no release', () => {
  const news = newsAfter(null, one);
  assert.deepEqual(news.log, []);
  assert.equal(unseen(news), 0);
});

test('a release names what it changed and what it added', () => {
  const news = newsAfter(newsAfter(null, one), two);
  assert.deepEqual(news.log, [{ at: 2, changed: ['/a/'], added: ['/c/'] }]);
  assert.equal(unseen(news), 2);
  assert.equal(unseen({ ...news, seen: 2 }), 0);
});

test('a release is news once, whatever the language of the page that looks', () => {
  const news = newsAfter(newsAfter(null, one), two);
  assert.deepEqual(newsAfter(news, two).log, news.log);
  const french = { ...two, code: 'fr', versions: { '/a/': '2.f', '/b/': '1.g', '/c/': '1.h' } };
  const switched = newsAfter(news, french);
  assert.deepEqual(switched.log, news.log);
  assert.equal(switched.code, 'fr');
});

test('a release that comes with a change of language is compared by its original', () => {
  const french = { ...two, code: 'fr', versions: { '/a/': '2.f', '/b/': '1.g' } };
  assert.deepEqual(newsAfter(newsAfter(null, one), french).log, [
    { at: 2, changed: ['/a/'], added: [] },
  ]);
});

test('a release that changes no answer is no news', () => {
  const news = newsAfter(newsAfter(null, one), { ...one, release: 'r2', at: 2 });
  assert.deepEqual(news.log, []);
  assert.equal(news.release, 'r2');
});

test('an answer that went away is no news; one that two releases changed counts once', () => {
  const less = { release: 'r3', at: 3, code: 'ar', versions: { '/a/': '3.y' } };
  const news = newsAfter(newsAfter(newsAfter(null, one), two), less);
  assert.deepEqual(news.log[0], { at: 3, changed: ['/a/'], added: [] });
  assert.equal(unseen(news), 2);
});

test('the log does not grow for ever', () => {
  let news = newsAfter(null, one);
  for (let at = 2; at < 20; at++) {
    news = newsAfter(news, { release: `r${at}`, at, code: 'ar', versions: { '/a/': `${at}.${at}` } });
  }
  assert.equal(news.log.length, 5);
  assert.equal(news.log[0]?.at, 19);
});

test('news are kept on the phone, and rubbish is none', () => {
  const news = newsAfter(null, one);
  writeNews(news);
  assert.deepEqual(readNews(), news);
  for (const rubbish of ['{', 'null', '{"log":1,"versions":{}}']) {
    stored.set('livret.news', rubbish);
    assert.equal(readNews(), null);
  }
  writeNews(null);
  assert.equal(stored.size, 0);
});
