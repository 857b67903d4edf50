/** A QR code as a drawing, made on the phone. */

import { correction, generate } from 'lean-qr/nano';

const SVG = 'http://www.w3.org/2000/svg';
/** The standard asks for four light modules around the code (ISO/IEC 18004). */
const QUIET = 4;

/**
 * The dark modules of a text's code as the path of a drawing.
 * @param {string} text
 * @returns {{size: number, path: string}} `size` with the quiet zone
 */
export function qrPath(text) {
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1)
      if (code.get(x, y)) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`;
  return { size: code.size + 2 * QUIET, path };
}

/**
 * @param {string} text
 * @param {string} label  what a screen reader says
 * @returns {SVGElement}
 */
export function qrImage(text, label) {
  const { size, path } = qrPath(text);
  const image = document.createElementNS(SVG, 'svg');
  image.setAttribute('class', 'qr');
  image.setAttribute('viewBox', `0 0 ${size} ${size}`);
  image.setAttribute('role', 'img');
  image.setAttribute('aria-label', label);
  const dark = document.createElementNS(SVG, 'path');
  dark.setAttribute('d', path);
  image.append(dark);
  return image;
}
