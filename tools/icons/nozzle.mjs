import { sameParity } from './pixel-grid.mjs';

/**
 * The app's mark in the tray: the hot end of a printer, whose eye takes up nearly all of it and shows the state. Heater
 * block and nozzle protrude behind the eye, which gives the icon a distinctive outline.
 * @typedef {object} Nozzle
 * @property {number} size edge of the whole icon in pixels
 * @property {number} weight thickness of the glyph's straight strokes in whole pixels
 * @property {number} diameter of the eye in whole pixels, odd when the weight is odd
 * @property {number} rim of the eye, in whole pixels
 * @property {number} centre of the eye, horizontally
 * @property {number} middle of the eye, vertically
 */

/**
 * Height of the nozzle's tip below the eye, relative to the icon: three pixels out of 16, the smallest at which it
 * looks pointed.
 */
const tipShare = 0.16;

/**
 * Fits the mark to the pixels of one size, as `pixelGrid` does for a plain disc.
 * @param {number} size edge of the icon in pixels
 * @param {number} weightRatio wanted thickness of strokes as a part of the size
 * @returns {Nozzle}
 */
export function nozzleFor(size, weightRatio) {
  const weight = Math.max(2, Math.round(size * weightRatio));
  const air = Math.floor(size / 24);
  const diameter = sameParity(size - air - Math.max(2, Math.round(size * tipShare)), weight);
  const centre = Math.floor((size - diameter) / 2) + diameter / 2;
  const rim = Math.max(1, Math.round(size / 20));
  return { size, weight, diameter, rim, centre, middle: Math.floor(air / 2) + diameter / 2 };
}

/**
 * Everything except the contents of the eye: heater block, tip, and the eye's disc.
 * @param {Nozzle} nozzle
 * @param {string} colour
 * @returns {string} SVG elements
 */
export function drawNozzle({ size, diameter, centre, middle }, colour) {
  const block = {
    width: sameParity(size - Math.floor(size / 24), diameter),
    height: diameter - 2 * Math.round(diameter * 0.22),
    round: Math.max(1, size * 0.1),
  };
  const bottom = middle + diameter / 2;
  const tip = Math.max(2, Math.round(size * tipShare));
  const neck = sameParity(size * 0.56, diameter) / 2;
  const end = sameParity(size * 0.2, diameter) / 2;
  return (
    `<g fill="${colour}"><rect x="${centre - block.width / 2}" y="${middle - block.height / 2}" width="${block.width}" height="${block.height}" rx="${block.round}"/>` +
    `<circle cx="${centre}" cy="${middle}" r="${diameter / 2}"/>` +
    `<path d="M${centre - neck},${bottom - tip} H${centre + neck} L${centre + end},${bottom + tip} H${centre - end} Z"/></g>`
  );
}

/**
 * @param {Nozzle} nozzle
 * @param {string} colour of what is inside the rim
 * @param {number} [rim] in pixels
 * @returns {string} SVG elements
 */
export function drawEye({ diameter, centre, middle, rim: usual }, colour, rim = usual) {
  return `<circle cx="${centre}" cy="${middle}" r="${diameter / 2 - rim}" fill="${colour}"/>`;
}
