/** Closes the language menu as menus are: by Escape, or by a tap or the focus somewhere else. */

export function closingMenu() {
  const menu = document.querySelector('details.languages');
  if (!(menu instanceof HTMLDetailsElement)) return;
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  const close = (/** @type {Event} */ { target }) => {
    if (menu.open && target instanceof Node && !menu.contains(target)) menu.open = false;
  };
  document.addEventListener('pointerdown', close);
  document.addEventListener('focusin', close);
  // A page that the browser kept whole comes back as it was left: with the menu closed.
  addEventListener('pagehide', () => (menu.open = false));
}
