/**
 * The field as the combobox of the ARIA practices: focus stays in it while the arrow keys walk
 * through the results, and Enter opens the one they stand on.
 * https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */

/**
 * @typedef {object} Combobox
 * @property {(open: boolean) => void} show  tells whether there are results; none is chosen then
 * @property {() => void} number  gives each option its name
 */

/**
 * @param {HTMLInputElement} field
 * @param {HTMLElement} list  the listbox; its options are links
 * @param {() => void} complete  makes the options that are still missing
 * @returns {Combobox}
 */
export function combobox(field, list, complete) {
  const options = () =>
    /** @type {HTMLAnchorElement[]} */ ([...list.querySelectorAll('[role=option]')]);
  const chosen = () => list.querySelector('[aria-selected=true]');
  const choose = (/** @type {HTMLElement|undefined} */ option) => {
    chosen()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) field.setAttribute('aria-activedescendant', option.id);
    else field.removeAttribute('aria-activedescendant');
  };
  /** From the field to the first, from the last to the field, and the other way round. */
  const walk = (/** @type {number} */ step) => {
    const all = options();
    const here = all.findIndex((option) => option === chosen());
    if (here < 0) choose(all.at(step > 0 ? 0 : -1));
    else choose(all[here + step]);
  };
  field.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, isComposing } = event;
    // Who types Chinese chooses characters with these keys.
    if (isComposing || altKey || ctrlKey || metaKey || shiftKey) return;
    const here = chosen();
    if (key === 'ArrowDown' || key === 'ArrowUp') complete();
    if ((key === 'ArrowDown' || key === 'ArrowUp') && options().length) {
      walk(key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Enter' && here instanceof HTMLElement) {
      here.click();
    } else if (key === 'Escape' && here) {
      choose(undefined);
    } else return;
    event.preventDefault();
  });
  // A result that was reached with Tab leads back to the field.
  list.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') field.focus();
  });
  return {
    number() {
      options().forEach((option, number) => {
        const id = `found-${number}`;
        if (option.id !== id) option.id = id;
      });
    },
    show(open) {
      choose(undefined);
      const told = String(open);
      if (field.getAttribute('aria-expanded') !== told) field.setAttribute('aria-expanded', told);
    },
  };
}
