import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { judgePrintScreen } from './judge-print-screen.ts';
import { printLife } from './print-life.ts';

test('the judge notices notifications that close too early or stay too long', () => {
  const life = { ...printLife(seededRandom(7), 4), absences: [], cuts: [] };
  const paused = life.prints.filter(({ pause }) => pause !== null);
  expect(paused.length).toBeGreaterThan(0);
  for (const { printer, pause } of paused) {
    const [from, over] = [pause?.from ?? 0, pause?.to ?? 0];
    const seen = { kind: 'print-paused', printer, from, endedWithApp: false } as const;
    const faults = (to: number, endedWithApp = false) =>
      judgePrintScreen(life, [{ ...seen, to, endedWithApp }]).wrong.length;
    expect(faults(over + 60)).toBe(0);
    expect(faults(over + 90)).toBe(1);
    expect(faults(over - 1)).toBe(1);
    expect(faults(over - 1, true)).toBe(0);
    expect(
      judgePrintScreen({ ...life, absences: [{ from: over, to: over + 60, why: 'asleep' }] }, [
        { ...seen, to: over + 130 },
      ]).wrong,
    ).toEqual([]);
  }
});
