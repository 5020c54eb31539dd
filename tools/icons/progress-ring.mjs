/*
 * The progress of a print as a ring of twelve steps around the eye of the mark, in place of heater block and tip. The
 * eye keeps at least ten of 16 pixels, as its glyph needs. To make an icon of it: `progressRing`, then, in a group
 * moved by `(size - room) / 2` both ways, the disc of the eye and its glyph, drawn for an icon of `room` pixels like
 * state-shape.mjs does (`stateShape('online', room)` without its document). The files are `printing-0` to
 * `printing-12`, to be added to `trayIcons`. Template images use one colour with `left` at a third of its opacity.
 */

/** Number of steps: fewer would hide half an hour of a long print, more can't be told apart at 16 pixels. */
export const ringSteps = 12;

/**
 * @param {number} size edge of the icon in pixels
 * @returns {{ width: number, radius: number, room: number }} thickness of the ring, radius of its middle line, and the
 *   diameter of the space inside, without the gap around it
 */
export function ringFor(size) {
  const width = Math.max(2, Math.round(size / 10));
  const gap = Math.max(1, Math.round(size / 22));
  return { width, radius: (size - width) / 2, room: size - 2 * (width + gap) };
}

/**
 * @param {number} size edge of the icon in pixels
 * @param {number} step 0 to `ringSteps`
 * @param {{ done: string, left: string }} colours
 * @returns {string} SVG elements
 */
export function progressRing(size, step, { done, left }) {
  const { width, radius } = ringFor(size);
  const whole = 2 * Math.PI * radius;
  const arc = (/** @type {string} */ colour, /** @type {number} */ length) =>
    `<circle cx="${size / 2}" cy="${size / 2}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${length} ${whole}" transform="rotate(-90 ${size / 2} ${size / 2})"/>`;
  return arc(left, whole) + (step > 0 ? arc(done, (whole * step) / ringSteps) : '');
}
