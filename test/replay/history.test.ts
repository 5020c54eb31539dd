import { expect, it } from 'vitest';
import { epoch, replay } from '../../src/demo/replay.ts';
import { createWorld } from '../../src/demo/world.ts';
import { type History, stretches } from '../../src/domain/uptime.ts';
import { HistoryKeeper } from '../../src/history/history-keeper.ts';
import { createMemoryHistory } from '../../src/storage/history-files.ts';
import { plausibleLife } from './life.ts';

const days = 14;
const seeds = [1, 2, Math.floor(Math.random() * 2 ** 31)];

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
    const history = histories.get(printer) ?? [];
    let known = 0;
    let wrong = 0;
    for (const { state, from, to } of history) {
      for (let at = Math.ceil((from - epoch) / 1_000); at < Math.floor((to - epoch) / 1_000); at += 1) {
        known += 1;
        if ((world.printer(printer, at)?.link === 'up') !== (state === 'connected')) wrong += 1;
      }
    }
    expect(known).toBeGreaterThan(0.9 * life.end);
    // Of two drops between two answers OctoEverywhere tells only the last one.
    expect(wrong / known).toBeLessThan(0.001);
  }
});

it('knows the blips that were too short to be told', async () => {
  const life = plausibleLife(3, 4, days);
  const world = createWorld(life.trace);
  const histories = await recorded(life);
  let blips = 0;
  let found = 0;
  for (const printer of life.printers) {
    const history = histories.get(printer) ?? [];
    const changes = life.trace.flatMap((event) => ('link' in event && event.printer === printer ? [event] : []));
    for (const [index, { at, link }] of changes.entries()) {
      const back = changes[index + 1];
      const next = changes[index + 2];
      const isAlone = next !== undefined && back !== undefined && next.at - back.at > 1_200;
      if (link !== 'down' || !isAlone || back.at - at >= 60) continue;
      const answers = (moment: number) =>
        world.computer(moment) === 'awake' && world.network(moment) === 'up' && world.service(moment) === 'ok';
      // After trouble the next answer may be a whole back-off away.
      const wasWatched = [0, 300, 600, 900, 1_200].some((later) => answers(back.at + later));
      if (!wasWatched) continue;
      blips += 1;
      const seen = stretches(history, epoch + at * 1_000, epoch + back.at * 1_000);
      if (seen.some(({ state }) => state === 'disconnected')) found += 1;
    }
  }
  expect(blips).toBeGreaterThan(30);
  expect(found).toBe(blips);
});
