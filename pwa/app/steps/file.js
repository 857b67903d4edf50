/** Gives the reader a file that was made on the phone. */

/**
 * @param {string} name
 * @param {string} type  of the content, as MIME type
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser reads it after the click; when, it does not tell.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
