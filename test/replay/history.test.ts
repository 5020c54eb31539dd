import { expect, it } from 'vitest';
import { epoch, replay } from '../../src/demo/replay.ts';
import { createWorld } from '../../src/demo/world.ts';
import { type History, stretches } from '../../src/domain/uptime.ts';
import { HistoryKeeper } from '../../src/history/history-keeper.ts';
import { createMemoryHistory } from '../../src/storage/history-files.ts';
import { seed } from '../seed.ts';
import { knowable } from './knowable.ts';
import { plausibleLife } from './life.ts';

const days = 14;
/** The last one is a life of which little can be known. */
const seeds = [...new Set([seed, 2, 517_416_941])];

/** A life as the app records it, by printer. */
async function recorded(life: ReturnType<typeof plausibleLife>): Promise<ReadonlyMap<string, History>> {
  let keeper: HistoryKeeper | null = null;
  await replay(
    life.trace,
    () => {},
    (fleet, now) => {
      keeper = new HistoryKeeper({
        fleet,
        files: createMemoryHistory(),
        patience: () => 180_000,
        timer: { set: () => {}, clear: () => {} },
        now,
      });
    },
  );
  return new Map(life.printers.map((printer) => [printer, keeper?.history(printer) ?? []]));
}

it.each(seeds)('tells the truth about two weeks of plausible life (seed %i)', async (seed) => {
  const life = plausibleLife(seed, 4, days);
  const world = createWorld(life.trace);
  const histories = await recorded(life);
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
      const middle = epoch + at * 1_000 + 500;
      while (span < history.length && (history[span]?.to ?? 0) <= middle) span += 1;
      const known = history[span];
      if (known === undefined || known.from > middle) missing += 1;
      else if ((world.printer(printer, at)?.link === 'up') !== (known.state === 'connected')) wrong += 1;
    }
    expect({ missing, wrong }, printer).toEqual({ missing: 0, wrong: 0 });
    // Else nothing was looked at.
    expect(knowableSeconds).toBeGreaterThan(0);
  }
});

it('knows the blips that were too short to be told', async () => {
  const life = plausibleLife(seed, 4, days);
  const world = createWorld(life.trace);
  const histories = await recorded(life);
  let blips = 0;
  let found = 0;
  for (const printer of life.printers) {
    const mustKnow = knowable(life, world, printer);
    const history = histories.get(printer) ?? [];
    const changes = life.trace.flatMap((event) => ('link' in event && event.printer === printer ? [event] : []));
    for (const [index, { at, link }] of changes.entries()) {
      const back = changes[index + 1];
      // What the next answer does not tell, nobody can know.
      if (link !== 'down' || back === undefined || back.at - at >= 60 || !mustKnow(at)) continue;
      blips += 1;
      const seen = stretches(history, epoch + at * 1_000, epoch + back.at * 1_000);
      if (seen.some(({ state }) => state === 'disconnected')) found += 1;
    }
  }
  // Else nothing was looked at.
  expect(blips).toBeGreaterThan(0);
  expect(found).toBe(blips);
});
