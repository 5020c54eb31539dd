import { Resvg } from '@resvg/resvg-js';

/**
 * Renders an SVG document.
 * @param {string} svg
 * @param {number} [width] in pixels; the document's own width by default
 * @returns {Buffer} a PNG file
 */
export function rasterise(svg, width) {
  const fitTo = width === undefined ? undefined : /** @type {const} */ ({ mode: 'width', value: width });
  // Icons contain no text: fonts are not loaded, so every machine draws the same.
  return new Resvg(svg, { font: { loadSystemFonts: false }, ...(fitTo && { fitTo }) }).render().asPng();
}
