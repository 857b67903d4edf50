import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reorder } from '../search/order.js';

/** @param {readonly number[]} scores  best first, of places from 0 on */
const found = (scores) => scores.map((score, place) => ({ place, score }));
const places = (/** @type {readonly {place: number}[]} */ list) => list.map(({ place }) => place);

test('of two that are nearly as good, that of the topic of most others comes first', () => {
  const topics = ['money', 'care', 'care', 'care', 'home'];
  assert.deepEqual(places(reorder(found([10, 9.8, 8, 8, 1]), topics, [])), [1, 0, 2, 3, 4]);
});

test('what is far better stays first, whatever its topic', () => {
  const topics = ['money', 'care', 'care', 'care', 'care', 'care', 'care'];
  assert.equal(reorder(found([10, 8, 8, 8, 8, 8, 8]), topics, [])[0]?.place, 0);
});

test('the third may be found by another word than the first two', () => {
  const [broke, leg] = [
    new Map([0, 1, 2].map((place) => [place, 5])),
    new Map([3, 4].map((place) => [place, 4])),
  ];
  const topics = ['a', 'b', 'c', 'd', 'e'];
  assert.deepEqual(places(reorder(found([5, 5, 5, 4, 4]), topics, [broke, leg])), [0, 3, 1, 2, 4]);
});

test('where one word was asked for, the order is what each is worth', () => {
  const word = new Map([9, 8, 7, 6, 5].map((value, place) => [place, value]));
  const topics = ['a', 'b', 'c', 'd', 'e'];
  assert.deepEqual(places(reorder(found([9, 8, 7, 6, 5]), topics, [word])), [0, 1, 2, 3, 4]);
});

test('nothing is lost beyond those that are looked at', () => {
  const scores = Array.from({ length: 20 }, (_, place) => 20 - place);
  const topics = scores.map(String);
  assert.deepEqual(places(reorder(found(scores), topics, [])).sort((a, b) => a - b), [...scores.keys()]);
});
