import { sameParity } from './pixel-grid.mjs';

/** @typedef {import('./pixel-grid.mjs').PixelGrid} PixelGrid */

/**
 * A rectangle whose corners are rounded only if there are enough pixels to show it.
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {string} colour
 */
function block(x, y, width, height, colour) {
  const thickness = Math.min(width, height);
  const corner = thickness >= 3 ? thickness / 3 : thickness >= 2 ? 0.4 : 0;
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${corner}" fill="${colour}"/>`;
}

/**
 * A tick of two strokes at 45°, which cross the pixels at their corners.
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function check({ diameter, weight, centre }, colour) {
  const long = Math.round(diameter * 0.38);
  const short = Math.round(diameter * 0.2);
  const x = Math.round(centre - (long + short) / 2 + short);
  const y = Math.round(centre + long / 2 + weight * 0.1);
  const points = `${x - short},${y - short} ${x},${y} ${x + long},${y - long}`;
  return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="${weight * 0.85}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

/**
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function bar({ diameter, weight, centre }, colour) {
  const width = sameParity(diameter * 0.62, weight);
  return block(centre - width / 2, centre - weight / 2, width, weight, colour);
}

/**
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function exclamation({ diameter, weight, centre }, colour) {
  const height = sameParity(diameter * 0.64, weight);
  const gap = Math.max(1, Math.round(weight * 0.4));
  const top = centre - height / 2;
  const stem = height - gap - weight;
  return (
    block(centre - weight / 2, top, weight, stem, colour) +
    block(centre - weight / 2, top + stem + gap, weight, weight, colour)
  );
}

/**
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function plus({ diameter, weight, centre }, colour) {
  const span = sameParity(diameter * 0.55, weight);
  return (
    block(centre - span / 2, centre - weight / 2, span, weight, colour) +
    block(centre - weight / 2, centre - span / 2, weight, span, colour)
  );
}

/**
 * Three dots in a row.
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function dots({ diameter, weight, centre }, colour) {
  const gap = Math.max(1, Math.round((diameter * 0.62 - 3 * weight) / 2));
  return [-1, 0, 1]
    .map((place) => {
      const left = centre - weight / 2 + place * (weight + gap);
      const corner = weight >= 3 ? weight / 2 : 0.4;
      return `<rect x="${left}" y="${centre - weight / 2}" width="${weight}" height="${weight}" rx="${corner}" fill="${colour}"/>`;
    })
    .join('');
}

/**
 * A question mark: a hook with a stem, and a dot below.
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function question({ diameter, weight, centre }, colour) {
  const height = Math.round(diameter * 0.62);
  const radius = (sameParity(diameter * 0.45, weight) - weight) / 2;
  const gap = Math.max(1, Math.round(weight * 0.4));
  const top = Math.floor(centre - height / 2);
  const bow = top + weight / 2 + radius;
  const dot = top + height - weight;
  const stemEnd = dot - gap;
  const slant = radius * Math.SQRT1_2;
  const hook =
    `M${centre - radius},${bow} A${radius},${radius} 0 1 1 ${centre + slant},${bow + slant} ` +
    `Q${centre},${bow + radius * 1.15} ${centre},${stemEnd}`;
  return (
    `<path d="${hook}" fill="none" stroke="${colour}" stroke-width="${weight}"/>` +
    block(centre - weight / 2, dot, weight, weight, colour)
  );
}

/**
 * An upward arrow.
 * @param {PixelGrid} grid
 * @param {string} colour
 */
export function arrowUp({ diameter, weight, centre }, colour) {
  const head = sameParity(diameter * 0.6, weight);
  const headHeight = Math.round(head / 2);
  const stem = Math.max(3, Math.round(diameter * 0.24));
  const top = Math.round(centre - (headHeight + stem) / 2);
  return (
    `<polygon points="${centre},${top} ${centre + head / 2},${top + headHeight} ${centre - head / 2},${top + headHeight}" fill="${colour}"/>` +
    `<rect x="${centre - weight / 2}" y="${top + headHeight}" width="${weight}" height="${stem}" fill="${colour}"/>`
  );
}

/** Depth of a star's notches: fuller than the pentagram's 0.38, to be recognisable at 16 pixels. */
const notch = 0.52;

/**
 * A five-pointed star with slightly rounded points.
 * @param {number} x
 * @param {number} y
 * @param {number} outer distance of its points from the centre, without the rounding
 * @param {number} round radius of the points
 * @param {string} colour
 */
export function star(x, y, outer, round, colour) {
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? outer : outer * notch;
    const angle = (Math.PI / 5) * index;
    return `${(x + reach * Math.sin(angle)).toFixed(3)},${(y - reach * Math.cos(angle)).toFixed(3)}`;
  }).join(' ');
  return `<polygon points="${points}" fill="${colour}" stroke="${colour}" stroke-width="${2 * round}" stroke-linejoin="round"/>`;
}
