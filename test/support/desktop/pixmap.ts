import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { progressBitmap } from '../../../src/desktop/tray/progress-bitmap.ts';
import type { PrintProgress } from '../../../src/domain/print/print-progress.ts';

/** A picture in RGBA bytes, row by row. */
export interface Pixmap {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

export type PixmapColour = 'green' | 'amber' | 'red' | 'violet' | 'grey' | 'other';

/**
 * Converts a pixmap of the StatusNotifierItem specification, which is ARGB in network byte order.
 * freedesktop.org/wiki/Specifications/StatusNotifierItem/Icons
 */
export function fromNetworkOrder(width: number, height: number, argb: Uint8Array): Pixmap {
  const rgba = new Uint8Array(argb.length);
  for (let at = 0; at < argb.length; at += 4) {
    rgba.set(argb.subarray(at + 1, at + 4), at);
    rgba[at + 3] = argb[at] ?? 0;
  }
  return { width, height, rgba };
}

/** Reads the picture in a PNG file. Throws when there is none. */
export function fromFile(path: string): Pixmap {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  return { width, height, rgba: data };
}

/** Returns the colour of most of the coloured pixels; grey when hardly any are coloured. */
export function pixmapColour({ rgba }: Pixmap): PixmapColour {
  const counts = new Map<PixmapColour, number>();
  let visible = 0;
  let coloured = 0;
  for (let at = 0; at < rgba.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray(at, at + 4);
    if (alpha < 128) continue;
    visible += 1;
    const strongest = Math.max(red, green, blue);
    const spread = strongest - Math.min(red, green, blue);
    if (strongest === 0 || spread / strongest < 0.3) continue;
    coloured += 1;
    const name = nameOfHue(hueDegrees(red, green, blue, strongest, spread));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (coloured < visible * 0.15) return 'grey';
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'grey';
}

function hueDegrees(red: number, green: number, blue: number, strongest: number, spread: number): number {
  const sixths =
    strongest === red
      ? (green - blue) / spread
      : strongest === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread;
  return (sixths * 60 + 360) % 360;
}

function nameOfHue(hue: number): PixmapColour {
  if (hue < 20 || hue >= 340) return 'red';
  if (hue < 65) return 'amber';
  if (hue >= 80 && hue < 175) return 'green';
  if (hue >= 240 && hue < 325) return 'violet';
  return 'other';
}

const trayFolder = join(import.meta.dirname, '../../../assets/tray');

/** Returns which of the app's tray pictures a pixmap is, such as `online-stale`; null for none of them. */
export function pictureOf({ width, height, rgba }: Pixmap): string | null {
  const names = readdirSync(trayFolder).filter((file) => file.endsWith(`-${width}.png`));
  const found = names.find((file) => {
    const picture = PNG.sync.read(readFileSync(join(trayFolder, file)));
    return picture.height === height && isAlike(picture.data, rgba);
  });
  return found?.replace(`-${width}.png`, '') ?? null;
}

/** Returns whether a pixmap is the icon of this progress. */
export function isProgress({ width, height, rgba }: Pixmap, progress: PrintProgress): boolean {
  return width === height && isAlike(progressBitmap(width, progress, true).data, rgba);
}

/** Returns the share of the outermost ring that is opaque, 0–1: what is left of a print is translucent. */
export function filledRing({ width, rgba }: Pixmap): number {
  const samples = 360;
  const radius = width / 2 - Math.max(2, Math.round(width / 10)) / 2;
  let opaque = 0;
  for (let index = 0; index < samples; index += 1) {
    const turn = ((index + 0.5) / samples) * 2 * Math.PI;
    const [x, y] = [Math.floor(width / 2 + radius * Math.sin(turn)), Math.floor(width / 2 - radius * Math.cos(turn))];
    if ((rgba[(y * width + x) * 4 + 3] ?? 0) > 160) opaque += 1;
  }
  return opaque / samples;
}

/** Colours may be rounded because of premultiplied alpha; where almost nothing is visible they are noise. */
function isAlike(one: Uint8Array, other: Uint8Array): boolean {
  for (let at = 0; at < one.length; at += 4) {
    const alpha = one[at + 3] ?? 0;
    if (Math.abs(alpha - (other[at + 3] ?? 0)) > 3) return false;
    if (alpha < 64) continue;
    for (const channel of [0, 1, 2]) {
      if (Math.abs((one[at + channel] ?? 0) - (other[at + channel] ?? 0)) > 6) return false;
    }
  }
  return true;
}
