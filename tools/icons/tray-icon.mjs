import { clockFor, drawClock } from './clock.mjs';
import { arrowUp, bar, check, dots, exclamation, plus, question, star } from './glyphs.mjs';
import { drawEye, drawNozzle, nozzleFor } from './nozzle.mjs';
import { looks, staleLooks, staleStates, trayLooks, trayStates } from './tray-palette.mjs';

/**
 * @typedef {import('./nozzle.mjs').Nozzle} Nozzle
 * @typedef {import('./tray-palette.mjs').Figure} Figure
 * @typedef {import('./tray-palette.mjs').Look} Look
 * @typedef {import('./tray-palette.mjs').TrayState} TrayState
 * @typedef {import('./tray-palette.mjs').StaleState} StaleState
 */

/**
 * Stroke thickness of each figure, relative to the icon's size.
 * @type {Readonly<Record<Figure, number>>}
 */
const weights = {
  check: 0.16,
  bar: 0.16,
  exclamation: 0.16,
  star: 0.13,
  arrow: 0.14,
  question: 0.125,
  dots: 0.125,
  plus: 0.125,
  hollow: 0.16,
};

/**
 * The tray icon of one state: the app's mark with the state's glyph in its eye. Drawn for exactly this size instead of
 * scaled, so that every edge is on a pixel edge.
 * @param {TrayState} state
 * @param {number} size edge in pixels
 * @returns {string} an SVG document
 */
export function trayIcon(state, size) {
  const { body, mark } = drawn(trayLooks[state], size);
  return picture(size, body + mark);
}

/** How much smaller the mark of a stale icon is, relative to the icon, so that less of it is under the clock. */
const roomForClock = 0.1;

/** How far the glyph in its eye moves away from the clock, to the left and up, relative to the icon. */
const awayFromClock = 0.06;

/**
 * The icon of a state that has not been confirmed for a while: paler, with a clock in the lower right corner.
 * @param {StaleState} state
 * @param {number} size edge in pixels
 * @returns {string} an SVG document
 */
export function staleIcon(state, size) {
  const look = { figure: looks[state].figure, ...staleLooks[state] };
  const { body, mark } = drawn(look, size - Math.round(size * roomForClock));
  const away = -Math.round(size * awayFromClock);
  const moved = `<g transform="translate(${away} ${away})">${mark}</g>`;
  return picture(size, besideClock(size, body + moved) + drawClock(clockFor(size)));
}

/**
 * The icon for the menu bar of macOS, which paints it in its own colour: black, with holes in place of a second colour
 * (a template image).
 * @param {TrayState} state
 * @param {number} size edge in pixels
 * @param {boolean} stale
 * @returns {string} an SVG document
 */
export function templateIcon(state, size, stale) {
  const { figure, fill } = looks[state];
  const edge = stale ? size - Math.round(size * roomForClock) : size;
  const away = stale ? -Math.round(size * awayFromClock) : 0;
  const nozzle = nozzleFor(edge, weights[figure]);
  const hole = (/** @type {string} */ inside) =>
    `<mask id="hole"><rect width="${size}" height="${size}" fill="#fff"/>${inside}</mask><g mask="url(#hole)">${drawNozzle(nozzle, '#000')}</g>`;
  const mark = (/** @type {string} */ colour) =>
    `<g transform="translate(${away} ${away})">${glyph(figure, nozzle, colour)}</g>`;
  const isOpen = fill === 'none' || figure === 'arrow';
  const whole = isOpen ? hole(drawEye(nozzle, '#000', rimOf(figure, nozzle))) + mark('#000') : hole(mark('#000'));
  if (!stale) return picture(size, whole);
  const clock = drawClock(clockFor(size), { rim: '#000', face: 'none', hands: '#000' });
  return picture(size, besideClock(size, whole) + clock);
}

/**
 * All icons by file name.
 * @type {ReadonlyMap<string, (size: number) => string>}
 */
export const trayIcons = new Map([
  ...trayStates.map((state) => /** @type {const} */ ([state, (/** @type {number} */ size) => trayIcon(state, size)])),
  ...staleStates.map(
    (state) => /** @type {const} */ ([`${state}-stale`, (/** @type {number} */ size) => staleIcon(state, size)]),
  ),
]);

/**
 * All template images by file name.
 * @type {ReadonlyMap<string, (size: number) => string>}
 */
export const templateIcons = new Map([
  ...trayStates.map(
    (state) =>
      /** @type {const} */ ([`${state}-template`, (/** @type {number} */ size) => templateIcon(state, size, false)]),
  ),
  ...staleStates.map(
    (state) =>
      /** @type {const} */ ([
        `${state}-stale-template`,
        (/** @type {number} */ size) => templateIcon(state, size, true),
      ]),
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
 * Leaves a gap around the clock.
 * @param {number} size
 * @param {string} inside
 */
function besideClock(size, inside) {
  const { centre, clearance } = clockFor(size);
  return (
    `<mask id="around-clock"><rect width="${size}" height="${size}" fill="#fff"/>` +
    `<circle cx="${centre}" cy="${centre}" r="${clearance}" fill="#000"/></mask><g mask="url(#around-clock)">${inside}</g>`
  );
}

/**
 * @param {Look} look
 * @param {number} size
 * @returns {{ body: string, mark: string }}
 */
function drawn(look, size) {
  const nozzle = nozzleFor(size, weights[look.figure]);
  const mark = glyph(look.figure, nozzle, look.glyph);
  const rim = rimOf(look.figure, nozzle);
  if (look.fill !== 'none') return { body: drawNozzle(nozzle, look.edge) + drawEye(nozzle, look.fill, rim), mark };
  const hole =
    `<mask id="eye"><rect width="${size}" height="${size}" fill="#fff"/>${drawEye(nozzle, '#000', rim)}</mask>` +
    `<g mask="url(#eye)">${drawNozzle(nozzle, look.edge)}</g>`;
  return { body: hole, mark };
}

/**
 * An eye that is off has a thick rim and no glyph.
 * @param {Figure} figure
 * @param {Nozzle} nozzle
 */
function rimOf(figure, { rim, diameter }) {
  return figure === 'hollow' ? Math.max(2, Math.round(diameter * 0.17)) : rim;
}

/**
 * Enlarged glyphs, so that they fill the smaller eye as well as a whole disc.
 * @type {Partial<Readonly<Record<Figure, number>>>}
 */
const larger = { exclamation: 1.15, plus: 1.3 };

/**
 * The glyph in the eye.
 * @param {Figure} figure
 * @param {Nozzle} nozzle
 * @param {string} colour
 */
function glyph(figure, { size, weight, diameter, centre, middle }, colour) {
  const grid = { size, weight, diameter: diameter * (larger[figure] ?? 1), start: 0, centre };
  const marks = { check, bar, exclamation, question, dots, plus, arrow: arrowUp };
  const lift = middle - centre;
  if (figure === 'hollow') return '';
  if (figure === 'star') return star(centre, middle + diameter * 0.03, diameter * 0.38, diameter * 0.04, colour);
  return `<g transform="translate(0 ${lift})">${marks[figure](grid, colour)}</g>`;
}
