import { describe, expect, it } from 'vitest';
import { traySizes } from '../../../tools/icons/icon-files.mjs';
import { trayIcons } from '../../../tools/icons/tray-icon.mjs';
import { looks, trayLooks, trayStates } from '../../../tools/icons/tray-palette.mjs';
import { backgrounds, blue, drawn, wanted } from '../../support/icons/drawn-icons.ts';
import { colourName, colourOf, contrast, dominantColour, onPanel } from '../../support/icons/pixels.ts';

const names = [...trayIcons.keys()];

describe('each state', () => {
  it.each(trayStates)('%s has its colour at every size', (state) => {
    for (const size of traySizes) expect(dominantColour(drawn(state, size)), `${size} px`).toBe(wanted[state]);
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
        // A two-pixel ring alone covers about a sixth of its square, and so do amber's rim and bar on a light panel.
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

describe('the colour names', () => {
  it('leave gaps between neighbours', () => {
    expect(colourName(colourOf('#ff6a00'))).toBe('other');
    expect(colourName(colourOf('#9a9a2a'))).toBe('other');
    expect(colourName(colourOf('#3b6cf0'))).toBe('other');
    expect(colourName(colourOf('#808080'))).toBe('grey');
  });
});
