import { describe, expect, it } from 'vitest';
import { seed } from '../../support/seed.ts';
import { prove } from './prove.ts';

/** The length of each life, more or less; many printers live for at least six hours. */
const printerDays = 8;

/** Tests lives, each so far from the seed of the run; a failure names its own. */
export function proveSeeds(offsets: readonly number[]): void {
  describe('lives with every kind of trouble', () => {
    it.each(offsets.map((offset) => seed + offset))('are told as they were (seed %i)', async (one) => {
      const { verdict } = await prove(one, printerDays);
      expect(verdict.faults()).toEqual({});
    });
  });
}
