import { Resvg } from '@resvg/resvg-js';
import { rasterise } from './rasterise.mjs';
import { trayIcons } from './tray-icon.mjs';
import { panels } from './tray-palette.mjs';

/** The text colour on each panel. */
const shownPanels = [
  { background: panels.light, ink: '#222222' },
  { background: panels.dark, ink: '#eeeeee' },
  { background: panels.blue, ink: '#ffffff' },
];

const enlarged = 8;
const enlargedSizes = [16, 22];
const plainSizes = [16, 20, 22, 24, 32, 48];
const columnWidth = 22 * enlarged + 16;
const labelWidth = 100;
const names = [...trayIcons.keys()];

/**
 * All tray icons on a light, a dark and a coloured panel: at their original size, and the two most important sizes
 * enlarged eight times.
 * @returns {Buffer} a PNG file
 */
export function contactSheet() {
  let y = 0;
  const rows = shownPanels.map(({ background, ink }) => {
    const drawn = panelRows(background, ink, y);
    y += drawn.height;
    return drawn.svg;
  });
  const width = labelWidth + columnWidth * names.length;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${y}">${rows.join('')}</svg>`;
  return new Resvg(svg, { font: { defaultFontFamily: 'DejaVu Sans' } }).render().asPng();
}

/**
 * @param {string} background
 * @param {string} ink
 * @param {number} top
 */
function panelRows(background, ink, top) {
  const width = labelWidth + columnWidth * names.length;
  let y = top + 14;
  const parts = names.map((name, column) => label(name, labelWidth + column * columnWidth, y + 12, ink));
  y += 30;
  for (const size of plainSizes) {
    const middle = y + size / 2;
    parts.push(label(`${size} px`, 14, middle + 5, ink));
    for (const [column, name] of names.entries())
      parts.push(picture(name, size, 1, labelWidth + column * columnWidth, y));
    y += size + 14;
  }
  for (const size of enlargedSizes) {
    parts.push(label(`${size} px × ${enlarged}`, 14, y + (size * enlarged) / 2 + 5, ink));
    for (const [column, name] of names.entries())
      parts.push(picture(name, size, enlarged, labelWidth + column * columnWidth, y));
    y += size * enlarged + 14;
  }
  const ground = `<rect y="${top}" width="${width}" height="${y - top}" fill="${background}"/>`;
  return { svg: ground + parts.join(''), height: y - top };
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 * @param {string} ink
 */
function label(text, x, y, ink) {
  return `<text x="${x}" y="${y}" font-family="DejaVu Sans" font-size="13" fill="${ink}">${text}</text>`;
}

/**
 * @param {string} name
 * @param {number} size
 * @param {number} scale
 * @param {number} x
 * @param {number} y
 */
function picture(name, size, scale, x, y) {
  const data = rasterise(trayIcons.get(name)?.(size) ?? '').toString('base64');
  const edge = size * scale;
  return `<image x="${x}" y="${y}" width="${edge}" height="${edge}" image-rendering="optimizeSpeed" href="data:image/png;base64,${data}"/>`;
}
