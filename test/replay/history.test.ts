import { expect, it } from 'vitest';
import { type HistorySegment, replay } from '../../src/demo/replay.ts';
import { createWorld } from '../../src/demo/world.ts';
import { seed } from '../support/seed.ts';
import { knowable } from './knowable.ts';
import { plausibleLife } from './life.ts';

const days = 5;
/** In the last scenario little can be known. */
const seeds = [...new Set([seed, 2, 517_416_941])];

/** A life, and the history that the app records of it, by printer; seconds from the start. */
async function lived(seed: number) {
  const life = plausibleLife(seed, 4, days);
  let history: Readonly<Record<string, readonly HistorySegment[]>> = {};
  await replay(life.trace, (line) => {
    if ('history' in line) history = line.history;
  });
  return { life, world: createWorld(life.trace), histories: new Map(Object.entries(history)) };
}

const ownLife = lived(seed);

it.each(seeds)('is right about five days of a plausible life (seed %i)', async (one) => {
  const { life, world, histories } = await (one === seed ? ownLife : lived(one));
  for (const printer of life.printers) {
    const mustKnow = knowable(life, world, printer);
    const history = histories.get(printer) ?? [];
    let missing = 0;
    let wrong = 0;
    let knowableSeconds = 0;
    let span = 0;
    for (let at = 0; at < life.end; at += 1) {
      if (!mustKnow(at)) continue;
      knowableSeconds += 1;
      while (span < history.length && (history[span]?.[2] ?? 0) <= at) span += 1;
      const [state, from] = history[span] ?? ['unknown', at];
      if (state === 'unknown' || from > at) missing += 1;
      else if ((world.printer(printer, at)?.link === 'up') !== (state === 'connected')) wrong += 1;
    }
    expect({ missing, wrong }, printer).toEqual({ missing: 0, wrong: 0 });
    // Otherwise nothing was checked.
    expect(knowableSeconds).toBeGreaterThan(0);
  }
});

it('includes blips too short for a notification', async () => {
  const { life, world, histories } = await ownLife;
  let blips = 0;
  let found = 0;
  for (const printer of life.printers) {
    const mustKnow = knowable(life, world, printer);
    const history = histories.get(printer) ?? [];
    const changes = life.trace.flatMap((event) => ('link' in event && event.printer === printer ? [event] : []));
    for (const [index, { at, link }] of changes.entries()) {
      const back = changes[index + 1];
      // What the next response does not reveal cannot be known.
      if (link !== 'down' || back === undefined || back.at - at >= 60 || !mustKnow(at)) continue;
      blips += 1;
      if (history.some(([state, from, to]) => state === 'disconnected' && from < back.at && to > at)) found += 1;
    }
  }
  // Otherwise nothing was checked.
  expect(blips).toBeGreaterThan(0);
  expect(found).toBe(blips);
});
