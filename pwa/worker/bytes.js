/** Bytes out of texts and pieces. */

/** @param {string} text */
export const encoded = (text) => new TextEncoder().encode(text);

/**
 * @param {readonly Uint8Array[]} pieces
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function joined(pieces) {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const piece of pieces) {
    bytes.set(piece, place);
    place += piece.length;
  }
  return bytes;
}
