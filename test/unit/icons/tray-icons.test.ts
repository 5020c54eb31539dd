import { describe, expect, it } from 'vitest';
import { clockFor } from '../../../tools/icons/clock.mjs';
import { traySizes } from '../../../tools/icons/icon-files.mjs';
import { rasterise } from '../../../tools/icons/rasterise.mjs';
import { templateIcons, trayIcons } from '../../../tools/icons/tray-icon.mjs';
import {
  clockLook,
  looks,
  panels,
  staleLooks,
  staleStates,
  type TrayState,
  trayLooks,
  trayStates,
} from '../../../tools/icons/tray-palette.mjs';
import {
  type ColourName,
  colourName,
  colourOf,
  contrast,
  dominantColour,
  hueAndSaturation,
  luminance,
  onPanel,
  type Pixels,
  type Rgb,
  readPng,
} from '../../support/icons/pixels.ts';

const wanted: Readonly<Record<TrayState, ColourName>> = {
  online: 'green',
  offline: 'amber',
  'reconnect-needed': 'red',
  'perks-needed': 'violet',
  'update-needed': 'violet',
  unknown: 'grey',
  checking: 'grey',
  off: 'grey',
  none: 'grey',
};
/** Those without a colour of their own, against which an icon has to stand out by lightness alone. */
const { blue, ...grey } = panels;
const backgrounds = Object.entries(grey).map(([name, hex]) => [name, colourOf(hex)] as const);
const names = [...trayIcons.keys()];
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

function drawn(name: string, size: number): Pixels {
  return readPng(rasterise(trayIcons.get(name)?.(size) ?? ''));
}

describe('each state', () => {
  it.each(trayStates)('%s has its colour at every size', (state) => {
    for (const size of traySizes) expect(dominantColour(drawn(state, size)), `${size} px`).toBe(wanted[state]);
  });

  it.each(names)('%s fills its size and is cut off nowhere', (state) => {
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

describe('contrast', () => {
  it.each(trayStates)('the outermost colour of %s reaches 3:1 against both panels', (state) => {
    for (const [, panel] of backgrounds) expect(contrast(colourOf(looks[state].edge), panel)).toBeGreaterThanOrEqual(3);
  });

  it.each(trayStates)('the mark inside %s reaches 3:1 against what is under it', (state) => {
    const { fill, glyph } = trayLooks[state];
    const under = fill === 'none' ? backgrounds.map(([, panel]) => panel) : [colourOf(fill)];
    for (const ground of under) expect(contrast(colourOf(glyph), ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(names)('%s as drawn at 16 and 22 px stands out from both panels', (state) => {
    for (const size of [16, 22])
      for (const [name, panel] of backgrounds) {
        const seen = onPanel(drawn(state, size), panel).filter((colour) => contrast(colour, panel) >= 3);
        // A ring of two pixels alone is about a sixth of its square, and so are amber's rim and bar on a light panel.
        expect(seen.length / size ** 2, `${name}, ${size} px`).toBeGreaterThan(0.15);
      }
  });
});

describe('on a coloured panel', () => {
  it.each(names.filter((name) => name !== 'off'))('%s has something that stands out at 16 and 22 px', (state) => {
    for (const size of [16, 22]) {
      const seen = onPanel(drawn(state, size), colourOf(blue)).filter((one) => contrast(one, colourOf(blue)) >= 3);
      expect(seen.length / size ** 2, `${size} px`).toBeGreaterThan(0.08);
    }
  });
});

describe('without colour', () => {
  it.each(pairs)('%s and %s differ in shape', (one, other) => {
    // The clock takes its part of two stale icons alike.
    const least = one.endsWith('-stale') && other.endsWith('-stale') ? 0.035 : 0.04;
    for (const size of [16, 22, 24, 32])
      for (const [name, panel] of backgrounds) {
        const part = differing(onPanel(drawn(one, size), panel), onPanel(drawn(other, size), panel));
        expect(part, `${name}, ${size} px`).toBeGreaterThan(least);
      }
  });
});

describe('the stale form', () => {
  it.each(staleStates)('of %s keeps the colour, duller, at every size', (state) => {
    for (const size of traySizes)
      expect(dominantColour(drawn(`${state}-stale`, size)), `${size} px`).toBe(wanted[state]);
    const fresh = hueAndSaturation(colourOf(looks[state].edge)).saturation;
    expect(hueAndSaturation(colourOf(staleLooks[state].edge)).saturation).toBeLessThan(fresh * 0.9);
  });

  it.each(staleStates)('of %s stands out from both panels by edge, mark and clock', (state) => {
    const { edge, fill, glyph } = staleLooks[state];
    for (const [, panel] of backgrounds) {
      expect(contrast(colourOf(edge), panel)).toBeGreaterThanOrEqual(3);
      const clock = [clockLook.face, clockLook.rim].map((part) => contrast(colourOf(part), panel));
      expect(Math.max(...clock)).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(colourOf(glyph), colourOf(fill))).toBeGreaterThanOrEqual(3);
    expect(contrast(colourOf(clockLook.hands), colourOf(clockLook.face))).toBeGreaterThanOrEqual(3);
  });

  it('has a clock whose hands are whole pixels on its face, at every size', () => {
    const [face, hands] = [colourOf(clockLook.face), colourOf(clockLook.hands)];
    for (const size of traySizes) {
      const { width, data } = drawn('online-stale', size);
      const { centre, hand, diameter } = clockFor(size);
      const at = (x: number, y: number): Rgb => {
        const start = (Math.floor(y) * width + Math.floor(x)) * 4;
        return [data[start] ?? 0, data[start + 1] ?? 0, data[start + 2] ?? 0];
      };
      const middle = centre - hand / 2;
      expect(diameter, `${size} px`).toBeGreaterThanOrEqual(9);
      for (let step = 0; step < hand; step++) {
        expect(near(at(middle, middle - hand + step), hands), `upright hand, ${size} px`).toBe(true);
        expect(near(at(middle + hand + step, middle), hands), `level hand, ${size} px`).toBe(true);
        expect(near(at(middle - hand + step, middle), face), `left of the hands, ${size} px`).toBe(true);
        expect(near(at(middle, middle + hand + step), face), `below the hands, ${size} px`).toBe(true);
      }
    }
  });

  it.each(staleStates)('of %s leaves an empty line around its clock', (state) => {
    for (const size of traySizes) {
      const { width, data } = drawn(`${state}-stale`, size);
      const { centre, clearance, diameter } = clockFor(size);
      const outside = Math.floor(centre - (diameter / 2 + clearance) / 2);
      const along = Math.floor(centre);
      for (const at of [along * width + outside, outside * width + along])
        expect(data[at * 4 + 3], `${size} px`).toBeLessThan(64);
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
      // Right outside the stroke is the pure ground: no half-covered pixel between.
      const ground = line[first - 1] ?? [0, 0, 0];
      expect(line[last + 1], `${size} px`).toEqual(ground);
      expect(near(ground, glyph)).toBe(false);
      expect(strokes.slice(first, last + 1).every(Boolean), `${size} px`).toBe(true);
    }
  });
});

describe('the template images of macOS', () => {
  const sizes = [18, 36];
  const templates = [...templateIcons.keys()];
  const alphaOf = (name: string, size: number) => {
    const { data } = readPng(rasterise(templateIcons.get(name)?.(size) ?? ''));
    return Array.from({ length: size ** 2 }, (_, at) => data[at * 4 + 3] ?? 0);
  };

  it.each(templates)('%s is black and nothing else, a third of it or more', (name) => {
    for (const size of sizes) {
      const { data } = readPng(rasterise(templateIcons.get(name)?.(size) ?? ''));
      for (let at = 0; at < data.length; at += 4)
        if ((data[at + 3] ?? 0) > 0) expect([...data.subarray(at, at + 3)]).toEqual([0, 0, 0]);
      expect(alphaOf(name, size).filter((alpha) => alpha > 128).length / size ** 2).toBeGreaterThan(0.25);
    }
  });

  it('differ from each other by more than a few pixels', () => {
    for (const [index, one] of templates.entries())
      for (const other of templates.slice(index + 1))
        for (const size of sizes) {
          const second = alphaOf(other, size);
          const differing = alphaOf(one, size).filter((alpha, at) => Math.abs(alpha - (second[at] ?? 0)) > 128).length;
          expect(differing / size ** 2, `${one} and ${other} at ${size} px`).toBeGreaterThan(0.03);
        }
  });
});

describe('the colour names themselves', () => {
  it('leave gaps between neighbours', () => {
    expect(colourName(colourOf('#ff6a00'))).toBe('other');
    expect(colourName(colourOf('#9a9a2a'))).toBe('other');
    expect(colourName(colourOf('#3b6cf0'))).toBe('other');
    expect(colourName(colourOf('#808080'))).toBe('grey');
  });
});

/** The outermost rows and columns with at least a faintly covered pixel, as edges. */
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

/** The part of all pixels whose lightness differs clearly. */
function differing(one: readonly Rgb[], other: readonly Rgb[]): number {
  const count = one.filter((colour, index) => {
    const second = other[index];
    return second !== undefined && Math.abs(lightness(colour) - lightness(second)) > 15;
  }).length;
  return count / one.length;
}

/** CIE L*, 0–100: as even as the eye sees grey. */
function lightness(colour: Rgb): number {
  const light = luminance(colour);
  return light > 0.008856 ? 116 * Math.cbrt(light) - 16 : 903.3 * light;
}

/**
 * The middle part of a line of pixels across a stroke of what is in the eye: across a horizontal stroke it runs downwards.
 * Off the eye's centre, so that it meets one arm of the plus and the stem of the exclamation mark; the rim stays outside.
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

function near(one: Rgb, other: Rgb): boolean {
  return one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= 2);
}
