/**
 * Gives the page styles that came with a script: those of what only this script shows.
 * @param {string} styles
 */
export function adopt(styles) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
