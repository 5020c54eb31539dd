import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { writeSmall } from '../screenshots/small-picture.ts';
import { type Area, areasOf, type Colour, colours } from './pointer.ts';

const root = join(import.meta.dirname, '../..');

interface DrawnIcon {
  /** Where the icon is on the screenshot. */
  readonly area: Area;
  /** Height of its amber part, in pixels. */
  readonly height: number;
  /** Share of the opaque pixels of the offered bitmap that are on the screen unchanged. */
  readonly likeness: number;
  readonly isExact: boolean;
}

/**
 * Finds the icon of a disconnection on a screenshot and compares it with the bitmap of `offered` pixels that the
 * desktop got: scaled, hardly any pixel keeps its colour. Throws if there is none.
 */
export function drawnIcon(file: string, offered: number): DrawnIcon {
  const screen = PNG.sync.read(readFileSync(file));
  const area = iconInPanel(file, colours.amber, offered);
  const bitmap = PNG.sync.read(readFileSync(join(root, `assets/tray/offline-${offered}.png`)));
  let likeness = 0;
  for (let y = area.y - offered; y <= area.y + offered; y += 1)
    for (let x = area.x - offered; x <= area.x + offered; x += 1)
      likeness = Math.max(likeness, likenessAt(screen, bitmap, x, y));
  return { area, height: area.height, likeness, isExact: likeness >= 0.97 };
}

/** Where the icon of that colour, of at most `largest` pixels, is in the panel. Throws if there is none. */
export function iconInPanel(file: string, colour: Colour, largest: number): Area {
  const { height: screenHeight } = PNG.sync.read(readFileSync(file));
  const isInPanel = ({ y, height }: Area) => y + height < 90 || y > screenHeight - 120;
  const area = areasOf(file, colour)
    // Areas begin and end at whole cells; a notification's picture is larger.
    .filter((one) => isInPanel(one) && one.height >= 8 && one.height <= largest + 6)
    .sort((one, other) => other.height - one.height)[0];
  if (area === undefined) throw new Error('There is no icon of that colour in the panel.');
  return area;
}

/** Share of the opaque pixels of `bitmap` that `screen` has at this place; GNOME dims its panel a little. */
function likenessAt(screen: PNG, bitmap: PNG, left: number, top: number): number {
  let [opaque, alike] = [0, 0];
  for (let y = 0; y < bitmap.height; y += 1) {
    for (let x = 0; x < bitmap.width; x += 1) {
      const at = (y * bitmap.width + x) * 4;
      if (bitmap.data[at + 3] !== 255) continue;
      opaque += 1;
      const [column, row] = [left + x, top + y];
      if (column < 0 || row < 0 || column >= screen.width || row >= screen.height) continue;
      const there = (row * screen.width + column) * 4;
      const differs = (channel: number) =>
        Math.abs((bitmap.data[at + channel] ?? 0) - (screen.data[there + channel] ?? 0)) > 26;
      if (!differs(0) && !differs(1) && !differs(2)) alike += 1;
    }
  }
  return opaque === 0 ? 0 : alike / opaque;
}

/** Writes the surroundings of an area, eight times as large, into a file of the repository. */
export function writeEnlarged(file: string, { x, y, width, height }: Area, path: string): void {
  const screen = PNG.sync.read(readFileSync(file));
  const [factor, margin] = [8, 14];
  const edge = Math.max(width, height) + 2 * margin;
  const enlarged = new PNG({ width: edge * factor, height: edge * factor });
  for (let row = 0; row < enlarged.height; row += 1) {
    for (let column = 0; column < enlarged.width; column += 1) {
      const from = [x - margin + Math.floor(column / factor), y - margin + Math.floor(row / factor)] as const;
      const isInside = from[0] >= 0 && from[1] >= 0 && from[0] < screen.width && from[1] < screen.height;
      const at = (from[1] * screen.width + from[0]) * 4;
      const to = (row * enlarged.width + column) * 4;
      for (let channel = 0; channel < 4; channel += 1)
        enlarged.data[to + channel] = isInside ? (screen.data[at + channel] ?? 0) : 255;
    }
  }
  writeSmall(join(root, path), PNG.sync.write(enlarged));
}
