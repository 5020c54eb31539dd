import { arrowUp, bar, check, dots, exclamation, plus, question } from './glyphs.mjs';
import { pixelGrid } from './pixel-grid.mjs';
import { looks } from './tray-palette.mjs';

/**
 * @typedef {import('./pixel-grid.mjs').PixelGrid} PixelGrid
 * @typedef {import('./tray-palette.mjs').Look} Look
 * @typedef {import('./tray-palette.mjs').GlanceState} GlanceState
 */

const onDisc = { check, bar, exclamation };
const inRing = { question, dots, plus };

/**
 * The icon of one state, drawn for exactly this size: not one picture scaled, so that every edge lies on a pixel edge.
 * @param {GlanceState} state
 * @param {number} size edge in pixels
 * @returns {string} an SVG document
 */
export function trayIcon(state, size) {
  const inside = figure(looks[state], size);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">${inside}</svg>\n`;
}

/**
 * @param {Look} look
 * @param {number} size
 * @returns {string}
 */
function figure(look, size) {
  switch (look.figure) {
    case 'check':
    case 'bar':
    case 'exclamation': {
      const grid = pixelGrid(size, 0.16);
      return disc(grid, look) + onDisc[look.figure](grid, look.glyph);
    }
    case 'star':
    case 'star-arrow': {
      const grid = pixelGrid(size, 0.12);
      const body = star(grid, look.fill);
      return look.figure === 'star' ? body.drawn : body.drawn + arrowUp(grid, body.middle, look.glyph);
    }
    case 'question':
    case 'dots':
    case 'plus': {
      const grid = pixelGrid(size, 0.125);
      return ring(grid, look.edge) + inRing[look.figure](grid, look.glyph);
    }
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
 */
function ring({ diameter, centre }, colour) {
  const thickness = Math.max(2, Math.round(diameter / 10));
  return `<circle cx="${centre}" cy="${centre}" r="${(diameter - thickness) / 2}" fill="none" stroke="${colour}" stroke-width="${thickness}"/>`;
}

/** How deep a star's notches are: fuller than the pentagram's 0.38, to carry an arrow and to be seen at 16 pixels. */
const notch = 0.52;

/**
 * A five-pointed star with slightly round points.
 * @param {PixelGrid} grid
 * @param {string} colour
 * @returns {{ drawn: string, middle: number }} `middle` is the height of its centre
 */
function star({ diameter, start, centre }, colour) {
  const round = diameter / 16;
  const outer = (diameter / 2 - round) / Math.sin((2 * Math.PI) / 5);
  // A star as wide as its box is a little lower than it; the rest goes half above, half below.
  const height = 2 * round + outer * (1 + Math.cos(Math.PI / 5));
  const middle = Math.round(start + (diameter - height) / 2 + round + outer);
  const points = Array.from({ length: 10 }, (_, index) => {
    const reach = index % 2 === 0 ? outer : outer * notch;
    const angle = (Math.PI / 5) * index;
    return `${(centre + reach * Math.sin(angle)).toFixed(3)},${(middle - reach * Math.cos(angle)).toFixed(3)}`;
  }).join(' ');
  const drawn = `<polygon points="${points}" fill="${colour}" stroke="${colour}" stroke-width="${2 * round}" stroke-linejoin="round"/>`;
  return { drawn, middle };
}
