import { describe, expect, it } from 'vitest';
import { prove } from './prove.ts';

/** Two files of seven lives make more than 1,000 printer-days, and two processors share them. */
const chosenByNobody = 6;

/** Tests one seed that stays, and others that nobody chose; a failure names its seed. */
export function proveSeeds(fixed: number): void {
  const seeds = [fixed, ...Array.from({ length: chosenByNobody }, () => Math.floor(Math.random() * 2 ** 31))];
  describe('alerts over plausible lives', () => {
    it.each(seeds)('are never false, missed or doubled, and polite (seed %i)', async (seed) => {
      const { verdict } = await prove(seed);
      expect(verdict.faults()).toEqual({ false: [], missed: [], doubled: [], impolite: [] });
      expect(verdict.told.size).toBeGreaterThan(0);
    });
  });
}
