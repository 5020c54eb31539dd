import { Resvg } from '@resvg/resvg-js';

/**
 * Draws an SVG document into pixels.
 * @param {string} svg
 * @param {number} [width] in pixels; the document's own width by default
 * @returns {Buffer} a PNG file
 */
export function rasterise(svg, width) {
  const fitTo = width === undefined ? undefined : /** @type {const} */ ({ mode: 'width', value: width });
  // Icons hold no text: no font is looked for, so every machine draws the same.
  return new Resvg(svg, { font: { loadSystemFonts: false }, ...(fitTo && { fitTo }) }).render().asPng();
}
