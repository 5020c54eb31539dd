import { clockFor, drawClock } from './clock.mjs';
import { arrowUp, bar, check, dots, exclamation, plus, question, star } from './glyphs.mjs';
import { pixelGrid } from './pixel-grid.mjs';
import { looks, staleLooks, staleStates, trayStates } from './tray-palette.mjs';

/**
 * @typedef {import('./pixel-grid.mjs').PixelGrid} PixelGrid
 * @typedef {import('./tray-palette.mjs').Look} Look
 * @typedef {import('./tray-palette.mjs').TrayState} TrayState
 * @typedef {import('./tray-palette.mjs').StaleState} StaleState
 */

const onDisc = { check, bar, exclamation };
const inRing = { question, dots, plus };

/**
 * The shape of one state, for the menu, drawn for exactly this size instead of scaled, so that every edge is on a pixel
 * edge.
 * @param {TrayState} state
 * @param {number} size edge in pixels
 * @returns {string} an SVG document
 */
export function stateShape(state, size) {
  const { body, mark } = figure(looks[state], size);
  return picture(size, body + mark);
}

/** How much smaller a stale shape is, relative to the icon, so that less of it is under the clock. */
const roomForClock = 0.1;

/** How far its mark moves away from the clock, to the left and up, relative to the icon. */
const awayFromClock = 0.06;

/**
 * The shape of a state that has not been confirmed for a while: paler, with a clock in the lower right corner.
 * @param {StaleState} state
 * @param {number} size edge in pixels
 * @returns {string} an SVG document
 */
function staleShape(state, size) {
  const look = { figure: looks[state].figure, ...staleLooks[state] };
  const { body, mark } = figure(look, size - Math.round(size * roomForClock));
  const clock = clockFor(size);
  const away = -Math.round(size * awayFromClock);
  const around =
    `<mask id="around-clock"><rect width="${size}" height="${size}" fill="#fff"/>` +
    `<circle cx="${clock.centre}" cy="${clock.centre}" r="${clock.clearance}" fill="#000"/></mask>`;
  const moved = mark && `<g transform="translate(${away} ${away})">${mark}</g>`;
  return picture(size, `${around}<g mask="url(#around-clock)">${body}${moved}</g>${drawClock(clock)}`);
}

/**
 * All shapes by file name.
 * @type {ReadonlyMap<string, (size: number) => string>}
 */
export const stateShapes = new Map([
  ...trayStates.map((state) => /** @type {const} */ ([state, (/** @type {number} */ size) => stateShape(state, size)])),
  ...staleStates.map(
    (state) => /** @type {const} */ ([`${state}-stale`, (/** @type {number} */ size) => staleShape(state, size)]),
  ),
]);

/**
 * @param {number} size
 * @param {string} inside
 */
function picture(size, inside) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${inside}</svg>\n`;
}

/**
 * @param {Look} look
 * @param {number} size
 * @returns {{ body: string, mark: string }}
 */
function figure(look, size) {
  switch (look.figure) {
    case 'check':
    case 'bar':
    case 'exclamation': {
      const grid = pixelGrid(size, 0.16);
      return { body: disc(grid, look), mark: onDisc[look.figure](grid, look.glyph) };
    }
    case 'star':
      return { body: starShape(pixelGrid(size, 0.12), look.edge), mark: '' };
    case 'arrow': {
      const grid = pixelGrid(size, 0.14);
      return { body: disc(grid, look), mark: arrowUp(grid, look.glyph) };
    }
    case 'question':
    case 'dots':
    case 'plus': {
      const grid = pixelGrid(size, 0.125);
      return { body: ring(grid, look.edge), mark: inRing[look.figure](grid, look.glyph) };
    }
    case 'hollow':
      return { body: ring(pixelGrid(size, 0.16), look.edge, 0.17), mark: '' };
  }
}

/**
 * @param {PixelGrid} grid
 * @param {Look} look
 */
function disc({ diameter, centre }, look) {
  const rim = Math.max(1, Math.round(diameter / 20));
  const whole = `<circle cx="${centre}" cy="${centre}" r="${diameter / 2}" fill="${look.edge}"/>`;
  if (look.edge === look.fill) return whole;
  return `${whole}<circle cx="${centre}" cy="${centre}" r="${diameter / 2 - rim}" fill="${look.fill}"/>`;
}

/**
 * @param {PixelGrid} grid
 * @param {string} colour
 * @param {number} [share] thickness as a part of the diameter
 */
function ring({ diameter, centre }, colour, share = 0.1) {
  const thickness = Math.max(2, Math.round(diameter * share));
  return `<circle cx="${centre}" cy="${centre}" r="${(diameter - thickness) / 2}" fill="none" stroke="${colour}" stroke-width="${thickness}"/>`;
}

/**
 * A five-pointed star with slightly rounded points, as wide as its box and less high, centred vertically.
 * @param {PixelGrid} grid
 * @param {string} colour
 */
function starShape({ diameter, start, centre }, colour) {
  const round = diameter / 16;
  const outer = (diameter / 2 - round) / Math.sin((2 * Math.PI) / 5);
  const height = 2 * round + outer * (1 + Math.cos(Math.PI / 5));
  return star(centre, Math.round(start + (diameter - height) / 2 + round + outer), outer, round, colour);
}
