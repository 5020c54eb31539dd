/*
 * How far a print is, as a ring of twelve steps around the eye of the mark. The ring is where heater block and tip are
 * otherwise; the eye keeps at least ten of 16 pixels, as many as its glyph needs. To make an icon of it: `progressRing`, then
 * in a group moved by `(size - room) / 2` both ways the disc of the eye and its glyph, drawn for an icon of `room` pixels as
 * state-shape.mjs does (`stateShape('online', room)` without its document), and the files `printing-0` to `printing-12`
 * added to `trayIcons`. Template images take one colour with `left` at a third of its opacity.
 */

/** So many steps has the ring: fewer than twelve hide half an hour of a long print, more are not told apart at 16 pixels. */
export const ringSteps = 12;

/**
 * @param {number} size edge of the icon in pixels
 * @returns {{ width: number, radius: number, room: number }} thickness of the ring, radius of its middle line, and the
 *   diameter of what has room inside, an empty line around it included
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
