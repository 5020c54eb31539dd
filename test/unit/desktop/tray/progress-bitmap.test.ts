import { describe, expect, test } from 'vitest';
import { type Bitmap, nativePixels, progressBitmap } from '../../../../src/desktop/tray/progress-bitmap.ts';
import { drawnSizes, isSameLook } from '../../../../src/desktop/tray/tray-picture.ts';
import { progressSteps } from '../../../../src/domain/print/print-progress.ts';
import { panels } from '../../../../tools/icons/tray-palette.mjs';
import { colourName, colourOf, contrast, onPanel, type Rgb } from '../../../support/icons/pixels.ts';

const sizes = [16, 18, 20, 22, 24, 28, 32, 33, 36, 44, 48, 66, 96];

const pixels = ({ size, data }: Bitmap) => ({ width: size, height: size, data });

/** Returns the pixels of the outermost ring, clockwise from the top. */
function ringOf(bitmap: Bitmap, panel: Rgb): readonly Rgb[] {
  const shown = onPanel(pixels(bitmap), panel);
  const { size } = bitmap;
  const radius = size / 2 - Math.max(2, Math.round(size / 10)) / 2;
  return Array.from({ length: 120 }, (_, index) => {
    const turn = ((index + 0.5) / 120) * 2 * Math.PI;
    const x = Math.floor(size / 2 + radius * Math.sin(turn));
    const y = Math.floor(size / 2 - radius * Math.cos(turn));
    return shown[y * size + x] ?? panel;
  });
}

describe.each(sizes)('at %i pixels', (size) => {
  test('each step fills more of the ring than the one before, and the last one all of it', () => {
    let before = -1;
    for (let step = 0; step <= progressSteps; step += 1) {
      const ring = ringOf(progressBitmap(size, { step, warns: false }, true), colourOf(panels.light));
      const done = ring.filter((colour) => colourName(colour) === 'green').length;
      expect(done).toBeGreaterThan(before);
      before = done;
    }
    expect(before).toBe(120);
  });

  test('the completed part stands out from light and dark panels and from the rest', () => {
    for (const panel of [panels.light, panels.dark, panels.windowsLight, panels.windowsDark].map(colourOf)) {
      for (const warns of [false, true]) {
        const ring = ringOf(progressBitmap(size, { step: 6, warns }, true), panel);
        const [done, left] = [ring[30] ?? panel, ring[90] ?? panel];
        expect(contrast(done, panel)).toBeGreaterThanOrEqual(3);
        expect(contrast(done, left)).toBeGreaterThanOrEqual(2);
        expect(contrast(left, panel)).toBeGreaterThanOrEqual(1.2);
      }
    }
  });

  test('a warning has another colour and another sign in the middle', () => {
    const fine = progressBitmap(size, { step: 5, warns: false }, true);
    const warning = progressBitmap(size, { step: 5, warns: true }, true);
    const opaque = (bitmap: Bitmap) => bitmap.data.filter((_, index) => index % 4 === 3);
    expect(opaque(fine)).toEqual(opaque(warning));
    const middle = (bitmap: Bitmap) => {
      const at = (Math.floor(size / 2) * size + Math.floor(size * 0.32)) * 4;
      return colourName([bitmap.data[at] ?? 0, bitmap.data[at + 1] ?? 0, bitmap.data[at + 2] ?? 0]);
    };
    expect([middle(fine) === 'amber', middle(warning)]).toEqual([false, 'amber']);
    const template = [false, true].map((warns) => progressBitmap(size, { step: 5, warns }, false));
    expect(template[0]?.data).not.toEqual(template[1]?.data);
  });

  test('in the menu bar of macOS it is black, with a hole for the sign', () => {
    const { data } = progressBitmap(size, { step: 5, warns: false }, false);
    const alphas = new Set<number>();
    for (let at = 0; at < data.length; at += 4) {
      expect([data[at], data[at + 1], data[at + 2]]).toEqual([0, 0, 0]);
      alphas.add(data[at + 3] ?? 0);
    }
    expect([alphas.has(0), alphas.has(85), alphas.has(255)]).toEqual([true, true, true]);
  });
});

test('each system gets the same pixels in its own order, premultiplied', () => {
  const data = new Uint8Array([200, 100, 50, 128, 10, 20, 30, 255, 9, 9, 9, 0]);
  expect([...nativePixels({ size: 1, data })]).toEqual([25, 50, 100, 128, 30, 20, 10, 255, 0, 0, 0, 0]);
});

test('each system gets the sizes of its own icons', () => {
  expect(drawnSizes(1.3333, { platform: 'linux', desktop: 'KDE' })).toEqual([{ size: 32, scaleFactor: 1 }]);
  expect(drawnSizes(1.5, { platform: 'win32', desktop: 'KDE' })).toEqual([{ size: 24, scaleFactor: 1 }]);
  expect(drawnSizes(2, { platform: 'darwin', desktop: 'KDE' })).toEqual([
    { size: 18, scaleFactor: 1 },
    { size: 36, scaleFactor: 2 },
  ]);
});

test('the icon stays the same until its step, state or warning changes', () => {
  const online = { state: 'online', stale: false } as const;
  const at = (step: number, warns = false) => ({ ...online, progress: { step, warns } });
  expect(isSameLook(at(5), at(5))).toBe(true);
  expect(isSameLook(online, { ...online, progress: null })).toBe(true);
  expect(isSameLook(at(5), at(6))).toBe(false);
  expect(isSameLook(at(5), at(5, true))).toBe(false);
  expect(isSameLook(at(5), online)).toBe(false);
  expect(isSameLook(online, { ...online, stale: true })).toBe(false);
});
