import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installFacts } from '../app/install.js';

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile';
const MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.5 Safari/605.1.15';

/**
 * The facts that are so.
 * @param {string} userAgent
 * @param {Partial<{maxTouchPoints: number, standalone: boolean, canPrompt: boolean}>} [other]
 */
const facts = (userAgent, other) =>
  Object.entries(
    installFacts({ userAgent, maxTouchPoints: 0, standalone: false, canPrompt: false, ...other }),
  )
    .filter(([, isSo]) => isSo)
    .map(([name]) => name);

test('an iPhone and an iPad install from their share menu', () => {
  assert.deepEqual(facts(IPHONE, { maxTouchPoints: 5 }), ['ios']);
  assert.deepEqual(facts(MAC, { maxTouchPoints: 5 }), ['ios']);
  assert.deepEqual(facts(MAC), ['optional']);
});

test('a browser that offers to install is taken at its word', () => {
  assert.deepEqual(facts(ANDROID), ['optional']);
  assert.deepEqual(facts(ANDROID, { canPrompt: true }), ['prompt', 'optional']);
});

test('a browser inside another app cannot install', () => {
  assert.deepEqual(facts(`${IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/450.0]`), ['in-app']);
  assert.deepEqual(facts(`${ANDROID} Safari/537.36 Line/14.0.1`), ['in-app']);
  assert.deepEqual(facts(`${ANDROID.replace('K)', 'K; wv)')} Safari/537.36`), ['in-app']);
});

test('the apps in which links are passed on are known by what their browsers say', () => {
  const apps = [
    'Instagram 390.0.0.28.85 (iPhone14,5; iOS 18_5; fr_FR)',
    'MicroMessenger/8.0.60(0x18003c2a) NetType/WIFI Language/zh_CN',
    'QQ/9.1.75.614 V1_IPH_SQ_9.1.75_1_APP_A',
    'Weibo (iPhone14,5__weibo__15.5.0__iphone__os18.5)',
    'Zalo iOS/608 ZaloTheme/light',
    'KAKAOTALK 25.4.1',
    'musical_ly_39.6.0 BytedanceWebview/d8a21c6',
    'Snapchat/13.40.0.42 (like Safari/8621.2.5, panda)',
    '[LinkedInApp]/9.31.1234',
  ];
  for (const app of apps) assert.deepEqual(facts(`${IPHONE} Mobile/15E148 ${app}`), ['in-app'], app);
});

test('a browser of its own is no other app', () => {
  for (const browser of ['CriOS/137.0.7151.51', 'FxiOS/139.0', 'EdgiOS/137.0', 'MQQBrowser/15.1.2'])
    assert.deepEqual(facts(`${IPHONE} ${browser} Mobile/15E148 Safari/604.1`), ['ios'], browser);
});

test('what is installed needs no advice', () => {
  assert.deepEqual(facts(IPHONE, { standalone: true }), ['installed']);
});
