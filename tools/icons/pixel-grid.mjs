/**
 * The position of an icon's shape on its pixels.
 * @typedef {object} PixelGrid
 * @property {number} size edge of the whole icon in pixels
 * @property {number} weight thickness of the glyph's straight strokes in whole pixels
 * @property {number} diameter of the disc, ring or star in whole pixels, odd when the weight is odd
 * @property {number} start left and top edge of the shape in whole pixels
 * @property {number} centre horizontally and vertically
 */

/**
 * Fits a shape to the pixels of one size. A stroke is only sharp if both its edges are between pixels, so the thickness
 * is a whole number and the diameter takes its parity. The shape may be half a pixel off the icon's centre, which is
 * invisible, but its strokes are never blurred, which would be obvious.
 * @param {number} size edge of the icon in pixels
 * @param {number} weightRatio wanted thickness as a part of the size
 * @returns {PixelGrid}
 */
export function pixelGrid(size, weightRatio) {
  const weight = Math.max(2, Math.round(size * weightRatio));
  // At the smallest size every pixel counts; above it a small margin keeps the icon as large as its neighbours.
  const room = size <= 16 ? size : size - Math.floor(size / 16);
  const diameter = sameParity(room, weight);
  const start = Math.floor((size - diameter) / 2);
  return { size, weight, diameter, start, centre: start + diameter / 2 };
}

/**
 * The largest whole number not above `wanted` with the same parity as `other`, so that both can share a centre.
 * @param {number} wanted
 * @param {number} other
 * @returns {number}
 */
export function sameParity(wanted, other) {
  const whole = Math.floor(wanted + 1e-9);
  return (whole - other) % 2 === 0 ? whole : whole - 1;
}
