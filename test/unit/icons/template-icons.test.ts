import { describe, expect, it } from 'vitest';
import { rasterise } from '../../../tools/icons/rasterise.mjs';
import { templateIcons } from '../../../tools/icons/tray-icon.mjs';
import { readPng } from '../../support/icons/pixels.ts';

describe('the template images of macOS', () => {
  const sizes = [18, 36];
  const templates = [...templateIcons.keys()];
  const alphaOf = (name: string, size: number) => {
    const { data } = readPng(rasterise(templateIcons.get(name)?.(size) ?? ''));
    return Array.from({ length: size ** 2 }, (_, at) => data[at * 4 + 3] ?? 0);
  };

  it.each(templates)('%s is black only, in a third of its area or more', (name) => {
    for (const size of sizes) {
      const { data } = readPng(rasterise(templateIcons.get(name)?.(size) ?? ''));
      for (let at = 0; at < data.length; at += 4)
        if ((data[at + 3] ?? 0) > 0) expect([...data.subarray(at, at + 3)]).toEqual([0, 0, 0]);
      expect(alphaOf(name, size).filter((alpha) => alpha > 128).length / size ** 2).toBeGreaterThan(0.25);
    }
  });

  it('differ by more than a few pixels', () => {
    for (const [index, one] of templates.entries())
      for (const other of templates.slice(index + 1))
        for (const size of sizes) {
          const second = alphaOf(other, size);
          const differing = alphaOf(one, size).filter((alpha, at) => Math.abs(alpha - (second[at] ?? 0)) > 128).length;
          expect(differing / size ** 2, `${one} and ${other} at ${size} px`).toBeGreaterThan(0.03);
        }
  });
});
