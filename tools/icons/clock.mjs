import { sameParity } from './pixel-grid.mjs';
import { clockLook } from './tray-palette.mjs';

/**
 * The clock in the lower right corner of a stale icon: its position on the pixels and how much of the icon it covers.
 * @typedef {object} Clock
 * @property {number} diameter in whole pixels; odd or even like its hands
 * @property {number} hand thickness of rim and hands in whole pixels
 * @property {number} centre horizontally and vertically
 * @property {number} clearance radius of the circle that is cut out of the icon around the clock
 */

/** Size relative to the icon: nine pixels out of 16, the smallest at which hands are recognisable. */
const share = 0.56;

/**
 * @param {number} size edge of the icon in pixels
 * @returns {Clock}
 */
export function clockFor(size) {
  const hand = Math.max(1, Math.round(size / 20));
  const diameter = sameParity(Math.round(size * share), hand);
  const gap = Math.max(1, Math.round(size / 22));
  // Large icons have a margin, and so does their clock.
  const edge = size - Math.floor(size / 32);
  return { diameter, hand, centre: edge - diameter / 2, clearance: diameter / 2 + gap };
}

/**
 * Draws a clock at three o'clock: two hands at a right angle lie on the pixels, others would be blurred.
 * @param {Clock} clock
 * @param {{ rim: string, face: string, hands: string }} [look] a `face` of `none` shows what is below
 * @returns {string} SVG elements
 */
export function drawClock({ diameter, hand, centre }, look = clockLook) {
  const radius = diameter / 2;
  const room = radius - hand;
  const up = Math.max(hand + 1, Math.round(room * 0.75 - hand / 2));
  const aside = Math.max(hand, Math.round(room * 0.62 - hand / 2));
  const left = centre - hand / 2;
  const bottom = centre + hand / 2;
  return (
    `<circle cx="${centre}" cy="${centre}" r="${radius - hand / 2}" fill="${look.face}" stroke="${look.rim}" stroke-width="${hand}"/>` +
    `<path d="M${left},${bottom} V${bottom - hand - up} H${left + hand} V${bottom - hand} H${left + hand + aside} V${bottom} Z" fill="${look.hands}"/>`
  );
}
