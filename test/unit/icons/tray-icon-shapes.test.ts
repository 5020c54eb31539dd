import { describe, expect, it } from 'vitest';
import { traySizes } from '../../../tools/icons/icon-files.mjs';
import { trayIcons } from '../../../tools/icons/tray-icon.mjs';
import { trayLooks } from '../../../tools/icons/tray-palette.mjs';
import { backgrounds, drawn, near } from '../../support/icons/drawn-icons.ts';
import { colourOf, luminance, onPanel, type Pixels, type Rgb } from '../../support/icons/pixels.ts';

const names = [...trayIcons.keys()];
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

describe('the shape of each icon', () => {
  it.each(names)('%s fills its size and is not cut off', (state) => {
    for (const size of traySizes) {
      const pixels = drawn(state, size);
      expect([pixels.width, pixels.height]).toEqual([size, size]);
      const { left, top, right, bottom } = extent(pixels);
      expect(right - left, `width at ${size} px`).toBeGreaterThanOrEqual(size * 0.84);
      expect(bottom - top, `height at ${size} px`).toBeGreaterThanOrEqual(size * 0.84);
      expect(Math.abs(left + right - size), `sideways at ${size} px`).toBeLessThanOrEqual(size <= 24 ? 1 : 2);
    }
  });
});

describe('without colour', () => {
  it.each(pairs)('%s and %s differ in shape', (one, other) => {
    // The clock covers the same part of both stale icons.
    const least = one.endsWith('-stale') && other.endsWith('-stale') ? 0.035 : 0.04;
    for (const size of [16, 20, 22, 24, 32])
      for (const [name, panel] of backgrounds) {
        const part = differing(onPanel(drawn(one, size), panel), onPanel(drawn(other, size), panel));
        expect(part, `${name}, ${size} px`).toBeGreaterThan(least);
      }
  });
});

describe('sharpness', () => {
  it.each([
    ['offline', 'horizontal'],
    ['reconnect-needed', 'vertical'],
    ['none', 'horizontal'],
    ['none', 'vertical'],
  ] as const)('the strokes of %s have no smeared %s edge at any size', (state, direction) => {
    const glyph = colourOf(trayLooks[state].glyph);
    for (const size of traySizes) {
      const pixels = drawn(state, size);
      const line = lineThroughMark(pixels, direction);
      const strokes = line.map((colour) => near(colour, glyph));
      const first = strokes.indexOf(true);
      const last = strokes.lastIndexOf(true);
      expect(first, `${size} px`).toBeGreaterThan(0);
      // The pixel next to the stroke has the pure background colour: there is no half-covered pixel in between.
      const ground = line[first - 1] ?? [0, 0, 0];
      expect(line[last + 1], `${size} px`).toEqual(ground);
      expect(near(ground, glyph)).toBe(false);
      expect(strokes.slice(first, last + 1).every(Boolean), `${size} px`).toBe(true);
    }
  });
});

/** Returns the edges of the outermost rows and columns with an at least faintly covered pixel. */
function extent({ data, width, height }: Pixels) {
  const columns: number[] = [];
  const rows: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if ((data[(y * width + x) * 4 + 3] ?? 0) > 40) {
        columns.push(x);
        rows.push(y);
      }
  return {
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
  };
}

/** Returns the share of pixels whose lightness differs clearly, 0–1. */
function differing(one: readonly Rgb[], other: readonly Rgb[]): number {
  const count = one.filter((colour, index) => {
    const second = other[index];
    return second !== undefined && Math.abs(lightness(colour) - lightness(second)) > 15;
  }).length;
  return count / one.length;
}

/** Returns CIE L*, 0–100, which is perceptually uniform. */
function lightness(colour: Rgb): number {
  const light = luminance(colour);
  return light > 0.008856 ? 116 * Math.cbrt(light) - 16 : 903.3 * light;
}

/**
 * Returns the middle part of a line of pixels across a stroke of the mark in the eye; for a horizontal stroke the line
 * is vertical. It is off the eye's centre, to cross one arm of the plus and the stem of the exclamation mark but not
 * the rim.
 */
function lineThroughMark({ width: size, data }: Pixels, direction: 'horizontal' | 'vertical'): Rgb[] {
  const fixed = Math.floor(size * (direction === 'horizontal' ? 0.35 : 0.28));
  const from = Math.ceil(size * 0.25);
  return Array.from({ length: size - 2 * from }, (_, index) => {
    const along = from + index;
    const at = (direction === 'horizontal' ? along * size + fixed : fixed * size + along) * 4;
    const alpha = data[at + 3] ?? 0;
    return alpha === 0 ? [-1, -1, -1] : [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  });
}
