import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { History } from '../../../src/domain/spans.ts';
import { HistoryRecorder } from '../../../src/history/history-recorder.ts';
import { createHistoryFiles, createMemoryHistory, type HistoryFiles } from '../../../src/storage/history-files.ts';
import {
  epoch,
  gone,
  hours,
  link,
  minutes,
  monitored,
  seconds,
  silent,
  type TestResponse,
} from '../../support/monitor/world.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

/** The real monitor on a virtual clock, with a recorder that writes to a real disk and counts the writes. */
function kept(
  answer: (printer: string, at: number) => TestResponse,
  folder = profileFolder(),
  disk: HistoryFiles = createHistoryFiles({ folder: join(folder, 'history'), onNotice: () => {} }),
) {
  const world = monitored({ answer });
  const writes: { at: number; spans: number }[] = [];
  const counted = (spans: History) => writes.push({ at: world.time.since(), spans: spans.length });
  const files: HistoryFiles = {
    ...disk,
    append: (printer, spans) => {
      counted(spans);
      return disk.append(printer, spans);
    },
    replace: (printer, spans) => {
      counted(spans);
      return disk.replace(printer, spans);
    },
  };
  let due: (() => void) | null = null;
  const keeper = new HistoryRecorder({
    fleet: world.fleet,
    files,
    mergeGap: () => minutes(3),
    timer: {
      set: (delay, run) => {
        due = run;
        world.time.after(delay, () => {
          if (due === run) run();
        });
      },
      clear: () => {
        due = null;
      },
    },
    clock: world.time.clock,
  });
  // A pending write would prevent the folder from being removed.
  onTestFinished(() => keeper.flush());
  const read = async (printer: string) =>
    (await keeper.history(printer)).map(({ state, from, to }) => readable(state, from, to));
  const stored = (printer: string) => disk.read(printer, world.time.clock.now());
  return { ...world, keeper, writes, folder, read, stored };
}

function readable(state: string, from: number, to: number) {
  return `${state} ${Math.round((from - epoch) / 1_000)}–${Math.round((to - epoch) / 1_000)}`;
}

describe('the history of a printer', () => {
  it('contains a blip that ended before the next poll and raised no notification', async () => {
    const voron = gone([seconds(301), seconds(320)]);
    const world = kept((_printer, at) => voron(at));
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(10));
    expect(world.alerts).toEqual([]);
    expect((await world.read('Voron')).slice(0, 2)).toEqual([`connected ${-5 * 3600}–301`, 'disconnected 301–320']);
    expect((await world.read('Voron'))[2]).toMatch(/^connected 320–5\d\d$/);
  });

  it('is unknown while OctoEverywhere does not answer, until an answer fills it', async () => {
    const life = (at: number) => {
      if (at > minutes(10) && at < minutes(40)) return silent(503);
      return at > minutes(50) ? gone([minutes(20), minutes(30)])(at) : link(true, null, null);
    };
    const world = kept((_printer, at) => life(at));
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(49));
    expect(await world.read('Voron')).toHaveLength(2);
    await world.time.run(minutes(60));
    expect((await world.read('Voron'))[1]).toBe(`disconnected ${20 * 60}–${30 * 60}`);
  });

  it('continues after a restart, including what happened in between', async () => {
    const voron = gone([minutes(15), minutes(25)]);
    const first = kept((_printer, at) => voron(at));
    first.add('Voron');
    first.monitor.start();
    await first.time.run(minutes(10));
    await first.keeper.flush();
    expect(await first.stored('Voron')).toEqual(await first.keeper.history('Voron'));

    // The same events, of which this run sees the part from minute 40 on.
    const second = kept((_printer, at) => (at < minutes(40) ? silent(503) : voron(at)), first.folder);
    second.add('Voron');
    second.monitor.start();
    await second.time.run(minutes(60));
    expect((await second.read('Voron'))[1]).toBe(`disconnected ${15 * 60}–${25 * 60}`);
    expect(await second.read('Voron')).toHaveLength(3);
  });

  it('is written once a minute at most, and rarely while nothing changes', async () => {
    const flapping = (at: number) =>
      at < hours(1) ? link(at % 40_000 < 20_000, at - (at % 20_000), null) : link(true, hours(1), null);
    // A real disk takes time that the virtual clock would not count.
    const world = kept((_printer, at) => flapping(at), '', createMemoryHistory());
    world.add('Voron', 'Ender');
    world.monitor.start();
    await world.time.run(hours(1));
    for (let index = 2; index < world.writes.length; index += 1) {
      const gap = (world.writes[index]?.at ?? 0) - (world.writes[index - 2]?.at ?? 0);
      expect(gap).toBeGreaterThanOrEqual(minutes(1));
    }
    const before = world.writes.length;
    await world.time.run(hours(13));
    expect(world.writes.length - before).toBeLessThan(2 * 13 * 6);
    for (const { spans } of world.writes.slice(before + 4)) expect(spans).toBeLessThanOrEqual(2);
  });

  it('lacks no more than a quarter of an hour after a kill, however long nothing has changed', async () => {
    // In virtual time a real disk would be behind.
    const world = kept((_printer, at) => gone()(at), profileFolder(), createMemoryHistory());
    world.add('Voron', 'Ender');
    world.monitor.start();
    for (let at = minutes(30); at < hours(5); at += minutes(7)) {
      await world.time.run(at);
      for (const printer of ['Voron', 'Ender']) {
        const until = (await world.stored(printer))?.at(-1)?.to ?? 0;
        expect(epoch + at - until).toBeLessThanOrEqual(minutes(15));
      }
    }
  });

  it('is rewritten after some days without a change, so that its file does not grow', async () => {
    const memory = createMemoryHistory();
    const replaced: number[] = [];
    const world = kept((_printer, at) => gone([minutes(20), minutes(30)])(at), '', {
      ...memory,
      replace: (printer, spans) => {
        replaced.push(spans.length);
        return memory.replace(printer, spans);
      },
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(100));
    expect(replaced).toEqual([3]);
    expect(await world.read('Voron')).toHaveLength(3);
  });

  it('is complete on disk, however much is in memory', async () => {
    const outages = Array.from(
      { length: 200 },
      (_, index) => [minutes(10 * index + 5), minutes(10 * index + 9)] as const,
    );
    const voron = gone(...outages);
    const world = kept((_printer, at) => voron(at));
    world.add('Voron');
    world.monitor.start();
    await world.time.run(hours(33));
    await world.keeper.flush();
    const history = await world.keeper.history('Voron');
    expect(history.filter(({ state }) => state === 'disconnected')).toHaveLength(198);
    expect(await world.stored('Voron')).toEqual(history);
    for (const [index, span] of history.entries()) {
      const next = history[index + 1];
      if (next !== undefined) expect(next.from).toBe(span.to);
    }
  });

  it('is deleted with its printer', async () => {
    const world = kept((_printer, at) => gone()(at));
    world.add('Voron', 'Ender');
    world.monitor.start();
    await world.time.run(minutes(5));
    world.monitor.unwatch('Voron');
    await world.time.run(minutes(10));
    await world.keeper.flush();
    expect(await world.stored('Voron')).toEqual([]);
    expect(await world.stored('Ender')).toHaveLength(1);
  });

  it('is read in the order of its files, and includes what happens meanwhile', async () => {
    const memory = createMemoryHistory();
    const reading: (() => void)[] = [];
    let most = 0;
    const slow: HistoryFiles = {
      ...memory,
      read: async (printer, now) => {
        most = Math.max(most, reading.length + 1);
        await new Promise<void>((resolve) => reading.push(resolve));
        return memory.read(printer, now);
      },
    };
    const history = { state: 'connected', from: epoch - hours(30), to: epoch - hours(29) } as const;
    await memory.append('Voron', [history]);
    const voron = gone([minutes(5), minutes(8)]);
    const world = kept((_printer, at) => voron(at), '', slow);
    world.add('Voron', 'Ender', 'Prusa');
    world.monitor.start();
    await world.time.run(minutes(12));
    world.monitor.unwatch('Prusa');
    const read = world.read('Voron');
    for (let turn = 0; turn < 30; turn += 1) {
      reading.shift()?.();
      await setImmediate();
    }
    expect(most).toBe(1);
    expect((await read).slice(0, 3)).toEqual([
      readable(history.state, history.from, history.to),
      `connected ${-5 * 3600}–300`,
      'disconnected 300–480',
    ]);
    await world.keeper.flush();
    expect(await memory.read('Ender', world.time.clock.now())).toHaveLength(3);
    expect(await memory.read('Prusa', world.time.clock.now())).toEqual([]);
  });

  describe('whose drive does not respond', () => {
    const long = Array.from({ length: 40 }, (_, index) => {
      const from = epoch - hours(100 - index);
      return { state: index % 2 === 0 ? 'connected' : 'disconnected', from, to: from + hours(1) } as const;
    });

    /** A disk with a long history. */
    async function failing() {
      const memory = createMemoryHistory();
      await memory.replace('Voron', long);
      const drive = { responds: true };
      const disk: HistoryFiles = { ...memory, read: async (...of) => (drive.responds ? memory.read(...of) : null) };
      return { memory, drive, disk };
    }

    it('is read again later, and nothing is written before', async () => {
      const { memory, drive, disk } = await failing();
      drive.responds = false;
      const world = kept((_printer, at) => gone()(at), '', disk);
      world.add('Voron');
      world.monitor.start();
      await world.time.run(minutes(10));
      expect(await world.read('Voron')).toEqual([]);
      expect(world.writes).toEqual([]);
      drive.responds = true;
      await world.time.run(minutes(20));
      await world.keeper.flush();
      const stored = (await memory.read('Voron', world.time.clock.now())) ?? [];
      expect(stored.slice(0, 40)).toEqual(long);
      expect(stored.slice(40).map(({ state }) => state)).toEqual(['connected']);
    });

    it('is not replaced by the part that is in memory', async () => {
      const { memory, drive, disk } = await failing();
      // Its first responses have no times; the later ones contradict what was inferred from them.
      const later = gone([seconds(190), seconds(220)]);
      const world = kept((_printer, at) => (at < minutes(10) ? link(true, null, null) : later(at)), '', disk);
      world.add('Voron');
      world.monitor.start();
      await world.time.run(minutes(9));
      drive.responds = false;
      await world.time.run(minutes(15));
      await world.keeper.flush();
      expect((await memory.read('Voron', world.time.clock.now()))?.slice(0, 40)).toEqual(long);
      drive.responds = true;
      await world.keeper.flush();
      const stored = (await memory.read('Voron', world.time.clock.now())) ?? [];
      expect(stored.slice(0, 40)).toEqual(long);
      expect(stored.slice(40)).toContainEqual({
        state: 'disconnected',
        from: epoch + seconds(190),
        to: epoch + seconds(220),
      });
    });
  });

  it('stays in memory while the disk accepts nothing, and is written later', async () => {
    const world = kept((_printer, at) => gone([minutes(20), minutes(30)])(at));
    let full = true;
    const append = createHistoryFiles({ folder: join(world.folder, 'history'), onNotice: () => {} }).append;
    const keeper = new HistoryRecorder({
      fleet: world.fleet,
      files: {
        read: async () => [],
        append: async (printer, spans) => !full && append(printer, spans),
        replace: async () => false,
        remove: async () => {},
      },
      mergeGap: () => minutes(3),
      timer: { set: () => {}, clear: () => {} },
      clock: world.time.clock,
    });
    world.add('Voron');
    world.monitor.start();
    await world.time.run(minutes(40));
    await keeper.flush();
    expect(await keeper.history('Voron')).toHaveLength(3);
    full = false;
    await keeper.flush();
    const files = createHistoryFiles({ folder: join(world.folder, 'history'), onNotice: () => {} });
    expect(await files.read('Voron', epoch)).toEqual(await keeper.history('Voron'));
  });
});
