import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { indexedPng } from '../../../tools/icons/indexed-png.mjs';
import { rasterise } from '../../../tools/icons/rasterise.mjs';
import { trayIcons } from '../../../tools/icons/tray-icon.mjs';

/** @param colour of the pixel with this number, as [red, green, blue, opacity] */
function picture(width: number, height: number, colour: (pixel: number) => readonly number[]): Buffer {
  const png = new PNG({ width, height });
  for (let pixel = 0; pixel < width * height; pixel++) png.data.set(colour(pixel), pixel * 4);
  return PNG.sync.write(png);
}

const pixelsOf = (png: Buffer) => {
  const { width, height, data } = PNG.sync.read(png);
  return { width, height, data: [...data] };
};

describe('a picture with a palette', () => {
  it.each([...trayIcons.keys()])('has the same pixels, and takes less: %s', (name) => {
    for (const size of [16, 33, 96]) {
      const png = rasterise(trayIcons.get(name)?.(size) ?? '');
      const indexed = indexedPng(png);
      expect(pixelsOf(indexed)).toEqual(pixelsOf(png));
      expect(indexed.length, `${size} px`).toBeLessThan(png.length);
    }
  });

  it('may be opaque, and may have exactly 256 colours', () => {
    const opaque = picture(64, 64, (pixel) => {
      const colour = (pixel * 167) % 256;
      return [colour, 255 - colour, colour % 7, 255];
    });
    const indexed = indexedPng(opaque);
    expect(indexed[25]).toBe(3);
    expect(pixelsOf(indexed)).toEqual(pixelsOf(opaque));
  });

  it('is not made of more than 256 colours, nor if it were larger', () => {
    const many = picture(17, 17, (pixel) => [pixel % 256, pixel >> 8, 0, 255]);
    expect(indexedPng(many)).toBe(many);
    const tiny = picture(1, 1, () => [1, 2, 3, 4]);
    expect(indexedPng(tiny)).toBe(tiny);
  });
});
