/** The page on which the reader chooses how texts are shown. */

import { read, write } from './settings.js';

/** Fills and shows the choices, where this page has them, and follows them at once. */
export function readingChoices() {
  const form = document.querySelector('form[data-reading]');
  if (!(form instanceof HTMLFormElement)) return;
  for (const input of form.querySelectorAll('input')) {
    input.checked = input.value === (read('localStorage', input.name) ?? '');
    input.addEventListener('change', () => {
      write('localStorage', input.name, input.value || null);
      document.documentElement.dataset[input.name] = input.value;
    });
  }
  form.hidden = false; // it does nothing without script, nor do its styles come without
}
