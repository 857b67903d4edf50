/** Reads an answer aloud with the phone's own voices, sentence by sentence. */

import { element } from './element.js';
import { langOf, leaves, textOf } from './leaves.js';
import { sheet } from './sheet.js';
import { apart } from '../together.js';
import { word } from '../words.js';

/** How long a browser may take to name its voices; Chrome does so after it was asked first. */
const PATIENCE = 1500;

/** @type {(() => void)|null} ends the reading that goes on */
let stop = null;

/**
 * Starts to read, or stops.
 * @param {HTMLElement} button
 */
export async function listen(button) {
  if (stop) return stop();
  const article = document.querySelector('article');
  if (!article) return;
  const voices = await allVoices();
  const { lang } = document.documentElement;
  if (!voiceFor(voices, lang)) return void explainNoVoice(button, lang);
  const queue = leaves(article)
    .filter((leaf) => !leaf.closest('details:not([open])'))
    .flatMap((leaf) => {
      const tag = langOf(leaf);
      const voice = voiceFor(voices, tag);
      const text = textOf(leaf).textContent ?? '';
      return voice ? sentences(text, tag).map((sentence) => ({ leaf, voice, sentence })) : [];
    });
  begin(button, queue);
}

/**
 * @param {HTMLElement} button
 * @param {{leaf: HTMLElement, voice: SpeechSynthesisVoice, sentence: string}[]} queue
 */
function begin(button, queue) {
  let place = 0;
  /** @type {SpeechSynthesisUtterance|null} kept: Chrome forgets one that nothing refers to */
  let speaking = null;
  const end = () => {
    if (speaking) speaking.onend = speaking.onerror = null;
    stop = null;
    speechSynthesis.cancel();
    removeEventListener('pagehide', end);
    button.setAttribute('aria-pressed', 'false');
    mark(null);
  };
  const next = () => {
    const part = queue[place];
    place += 1;
    if (!part) return end();
    speaking = new SpeechSynthesisUtterance(part.sentence);
    speaking.voice = part.voice;
    speaking.lang = part.voice.lang;
    speaking.onend = next;
    speaking.onerror = end;
    mark(part.leaf);
    speechSynthesis.speak(speaking);
  };
  stop = end;
  // The voice belongs to the browser: it would go on over the next page, in the wrong language.
  addEventListener('pagehide', end);
  button.setAttribute('aria-pressed', 'true');
  speechSynthesis.cancel();
  next();
}

/** @param {HTMLElement|null} leaf */
function mark(leaf) {
  const before = document.querySelector('.speaking');
  if (before === leaf) return;
  before?.classList.remove('speaking');
  leaf?.classList.add('speaking');
  leaf?.scrollIntoView({ block: 'nearest' });
}

/** @returns {Promise<SpeechSynthesisVoice[]>} */
function allVoices() {
  const voices = speechSynthesis.getVoices();
  if (voices.length) return Promise.resolve(voices);
  return new Promise((resolve) => {
    const answer = () => resolve(speechSynthesis.getVoices());
    speechSynthesis.addEventListener?.('voiceschanged', answer, { once: true });
    setTimeout(answer, PATIENCE);
  });
}

/**
 * A voice of a language, best one of the same region. Android writes "pt_BR".
 * @param {SpeechSynthesisVoice[]} voices
 * @param {string} tag  BCP 47
 * @returns {SpeechSynthesisVoice|undefined}
 */
export function voiceFor(voices, tag) {
  const parts = (/** @type {string} */ lang) => lang.toLowerCase().split(/[-_]/);
  const [language] = parts(tag);
  const own = voices.filter((voice) => parts(voice.lang)[0] === language);
  const region = parts(tag).at(-1) ?? '';
  return own.find((voice) => parts(voice.lang).includes(region) && region !== language) ?? own[0];
}

/**
 * @param {string} text
 * @param {string} lang
 * @returns {string[]}
 */
export function sentences(text, lang) {
  const plain = apart(text).replace(/\s+/g, ' ').trim();
  const parts =
    'Segmenter' in Intl
      ? [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(plain)].map(
          ({ segment }) => segment,
        )
      : (plain.match(/[^.!?。！？؟]+[.!?。！？؟]*/g) ?? []); // Firefox before 125
  return parts.map((part) => part.trim()).filter(Boolean);
}

/**
 * @param {HTMLElement} button
 * @param {string} lang
 */
function explainNoVoice(button, lang) {
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  const text = word('no-voice', { language: names.of(lang.split('-')[0] ?? lang) ?? lang });
  sheet([word('no-voice-title')], [element('p', {}, text)], button);
}
