import { describe, expect, it } from 'vitest';
import { clockFor } from '../../../tools/icons/clock.mjs';
import { traySizes } from '../../../tools/icons/icon-files.mjs';
import { clockLook, looks, staleLooks, staleStates } from '../../../tools/icons/tray-palette.mjs';
import { backgrounds, drawn, near, wanted } from '../../support/icons/drawn-icons.ts';
import { colourOf, contrast, dominantColour, hueAndSaturation, type Rgb } from '../../support/icons/pixels.ts';

describe('the stale form', () => {
  it.each(staleStates)('of %s keeps its colour, duller, at every size', (state) => {
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

  it.each(staleStates)('of %s leaves a gap around its clock', (state) => {
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
