import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../../renderer/styles/colours.css'), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [
    name,
    { light, dark },
  ]),
);
/** What texts stand on, rows under the pointer included. */
const surfaces = ['ground', 'surface', 'raised', 'hover'];

test.each(['light', 'dark'] as const)('texts are readable on every surface of the %s theme', (theme) => {
  for (const text of ['text', 'quiet', 'accent', 'green', 'amber', 'red', 'violet', 'grey']) {
    for (const surface of surfaces) {
      expect(contrast(of(text, theme), of(surface, theme)), `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test.each(['light', 'dark'] as const)('edges and bars can be seen on every surface of the %s theme', (theme) => {
  for (const area of ['edge', 'timeline-connected', 'timeline-disconnected']) {
    for (const surface of surfaces) {
      expect(contrast(of(area, theme), of(surface, theme)), `${area} on ${surface}`).toBeGreaterThanOrEqual(3);
    }
  }
});

function of(name: string, theme: 'light' | 'dark'): string {
  const colour = colours.get(name);
  if (colour === undefined) throw new Error(`There is no colour ${name}.`);
  return colour[theme];
}

/** As in WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
