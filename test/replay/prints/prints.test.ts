import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/demo/seeded-random.ts';
import { judgePrints } from './judge-prints.ts';
import { livePrints } from './live-prints.ts';
import { printLife, printsEach, printsOfLife } from './print-life.ts';

/** How many prints to simulate; `OCTOGLANCE_PRINTS=10000` for the complete proof. */
const wanted = Number(process.env['OCTOGLANCE_PRINTS'] ?? 144);

test(`${wanted} prints with all quirks, sleeps, cuts and restarts: nothing false, missed or repeated`, async () => {
  const wrong: string[] = [];
  let ends = 0;
  let slowest = 0;
  for (let number = 1; number <= Math.ceil(wanted / printsOfLife); number += 1) {
    const life = { ...printLife(seededRandom(number), printsEach), cuts: [] };
    const verdict = judgePrints(life, await livePrints(life));
    wrong.push(...verdict.wrong.map((one) => `life ${number}: ${one}`));
    ends += verdict.ends;
    slowest = Math.max(slowest, verdict.slowest);
  }
  expect(wrong).toEqual([]);
  // Most prints end normally, and most of those while they are being watched.
  expect(ends).toBeGreaterThan(wanted * 0.6);
  expect(slowest).toBeLessThanOrEqual(78);
}, 1_800_000);
