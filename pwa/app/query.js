/** Keeps the query in the address, so that it survives links, the language switch and "back". */

const NAME = 'q';
/** Browsers refuse an address that changes more often than some 100 times in half a minute. */
const REST = 400;

/**
 * @typedef {object} Query
 * @property {() => void} changed  call whenever the field's text changed
 * @property {() => void} flush  puts it into the address at once
 */

/**
 * Fills the field from the address, then keeps the address as the field.
 * @param {HTMLInputElement} field
 * @returns {Query}
 */
export function keepQuery(field) {
  const asked = new URLSearchParams(location.search).get(NAME);
  // Not over what a reader typed before this script was there, or what the browser restored.
  if (asked && !field.value) field.value = asked;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const address = new URL(location.href);
    const text = field.value.trim();
    if (text) address.searchParams.set(NAME, text);
    else address.searchParams.delete(NAME);
    if (address.href !== location.href) history.replaceState(history.state, '', address);
  };
  // Before any other listener: a link to another language takes the query from the address.
  addEventListener('click', () => timer && flush(), { capture: true });
  addEventListener('pagehide', () => timer && flush());
  return {
    changed() {
      timer ??= setTimeout(flush, REST);
    },
    flush,
  };
}
