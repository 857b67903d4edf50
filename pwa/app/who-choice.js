/** The choice of who asks, above the results. */

import { readWho, writeWho } from './who.js';

/** @import {Who} from '../search/messages.js' */

/**
 * @param {HTMLElement} root
 * @param {() => void} changed
 * @returns {() => Who}
 */
export function whoChoice(root, changed) {
  const part = (/** @type {string} */ name) => root.querySelector(`[data-who="${name}"]`);
  const box = root.querySelector('details[data-who]');
  const audience = part('audience');
  const nationality = part('nationality');
  const chosen = part('chosen');
  const isWhole = audience instanceof HTMLSelectElement && nationality instanceof HTMLSelectElement;
  if (!box || !isWhole || !chosen) return readWho;
  const tell = () => {
    const said = [audience, nationality].filter((select) => select.value);
    const named = said.length ? said : [audience];
    chosen.textContent = named.map((select) => select.selectedOptions[0]?.text ?? '').join(' · ');
  };
  const known = readWho();
  // A key that the guide no longer has selects nothing.
  audience.value = known.audience;
  nationality.value = known.nationality;
  for (const select of [audience, nationality]) {
    if (select.selectedIndex < 0) select.selectedIndex = 0;
    select.addEventListener('change', () => {
      writeWho({ audience: audience.value, nationality: nationality.value });
      tell();
      changed();
    });
  }
  tell();
  box.toggleAttribute('hidden', false);
  return () => ({ audience: audience.value, nationality: nationality.value });
}
