import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appIconSizes, assetsFolder, iconFiles } from '../../../tools/icons/icon-files.mjs';
import { type Pixels, readPng } from '../../support/icons/pixels.ts';

const made = iconFiles();
const remedy = 'run npm run icons and commit what it made';

describe('the icons in assets/', () => {
  it('are exactly those that the generator creates', () => {
    const found = ['tray', 'icons'].flatMap((folder) =>
      readdirSync(join(assetsFolder, folder)).map((name) => `${folder}/${name}`),
    );
    expect(found.sort(), remedy).toEqual([...made.keys()].sort());
  });

  it('look exactly as the generator draws them', () => {
    for (const [path, content] of made) {
      const committed = readFileSync(join(assetsFolder, path));
      if (path.endsWith('.png')) expect(largestDifference(readPng(committed), readPng(content)), path).toBeLessThan(3);
      else if (path.endsWith('.svg')) expect(committed.toString(), remedy).toBe(content.toString());
    }
  });

  it('include a Windows icon whose directory leads to whole PNG files', () => {
    const icon = readFileSync(join(assetsFolder, 'icons', 'icon.ico'));
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2)]).toEqual([0, 1]);
    const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const start = icon.readUInt32LE(entry + 12);
      const picture = readPng(icon.subarray(start, start + icon.readUInt32LE(entry + 8)));
      expect(icon.readUInt8(entry) || 256).toBe(picture.width);
      return picture.width;
    });
    expect(sizes).toEqual([16, 24, 32, 48, 64, 256]);
  });

  it('include a macOS icon whose parts add up to the file', () => {
    const icon = readFileSync(join(assetsFolder, 'icons', 'icon.icns'));
    expect(icon.toString('ascii', 0, 4)).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    const sizes = new Set<number>();
    for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4))
      sizes.add(readPng(icon.subarray(at + 8, at + icon.readUInt32BE(at + 4))).width);
    expect([...sizes].every((size) => appIconSizes.includes(size))).toBe(true);
    expect(Math.max(...sizes)).toBe(1024);
  });
});

/** Over all channels and pixels; processors may round the edge of a curve by one. Infinite if the sizes differ. */
function largestDifference(one: Pixels, other: Pixels): number {
  if (one.width !== other.width || one.height !== other.height) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (const [index, value] of one.data.entries())
    largest = Math.max(largest, Math.abs(value - (other.data[index] ?? 0)));
  return largest;
}
