import { describe, expect, it } from 'vitest';
import { seed } from '../../support/seed.ts';
import { prove } from './prove.ts';

/** The approximate length of each scenario; with many printers it is at least six hours. */
const printerDays = 8;

/** Tests scenarios with these offsets to the seed of the run; a failure reports its own seed. */
export function proveSeeds(offsets: readonly number[]): void {
  describe('lives with every kind of trouble', () => {
    it.each(offsets.map((offset) => seed + offset))('are notified correctly (seed %i)', async (one) => {
      const { verdict } = await prove(one, printerDays);
      expect(verdict.faults()).toEqual({});
    });
  });
}
