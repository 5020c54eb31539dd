import { expect, test } from 'vitest';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import type { History } from '../../../src/domain/spans.ts';
import { HistoryRecorder } from '../../../src/history/history-recorder.ts';
import { createMemoryHistory, type HistoryFiles } from '../../../src/storage/history-files.ts';
import { epoch, gone, hours, link, minutes, monitored, seconds } from '../../support/monitor/world.ts';

const days = (count: number) => hours(24 * count);

/** An outage a day on the last eighty, as an earlier run recorded them. */
const recorded: History = [
  { state: 'connected' as const, from: epoch - days(80), to: epoch - days(80) + hours(22) },
  ...Array.from({ length: 80 }, (_, index) => {
    const outage = epoch - days(80 - index) + hours(22);
    const until = index === 79 ? epoch : outage + days(1);
    return [
      { state: 'disconnected' as const, from: outage, to: outage + hours(1) },
      { state: 'connected' as const, from: outage + hours(1), to: until },
    ];
  }).flat(),
];

interface Run {
  /** By how many ms the service's time is wrong, and from when to when, in ms from the start of this run. */
  readonly off: number;
  readonly from: number;
  readonly until: number;
  readonly answer: (at: number) => PollOutcome;
  readonly length: number;
  /** By how many ms this computer's clock is wrong. */
  readonly clockOff?: number;
}

/** Runs the monitor and a recorder on these files, and returns the history at the end. */
async function historyAfter({ off, from, until, answer, length, clockOff = 0 }: Run, files: HistoryFiles) {
  const world = monitored({
    clockOff: () => clockOff,
    answer: (_printer, at) => ({
      outcome: answer(at),
      serverDate: Math.floor((epoch + at + (at >= from && at < until ? off : 0)) / 1_000) * 1_000,
      retryAfterSeconds: null,
    }),
  });
  const recorder = new HistoryRecorder({
    fleet: world.fleet,
    files,
    mergeGap: () => minutes(3),
    timer: { set: (delay, run) => world.time.after(delay, run), clear: () => {} },
    clock: { now: () => world.monitor.now() },
  });
  world.monitor.watch(newPrinter('Voron', 'Voron', epoch), null);
  world.monitor.start();
  await world.time.run(length);
  world.monitor.stop();
  await recorder.flush();
  return recorder.history('Voron');
}

/** What is known about the time before the start, each span cut to it. */
const before = (history: History) =>
  history.filter(({ from }) => from < epoch).map(({ state, from, to }) => ({ state, from, to: Math.min(to, epoch) }));

const withTimes = gone([hours(4), hours(4.5)], [hours(6), hours(7)]);

/** As OctoEverywhere reports a lost connection with a status alone. */
function withoutTimes(at: number): PollOutcome {
  const known = withTimes(at);
  return known.kind === 'answered' && known.info.isOnline === false ? link(false, null, null) : known;
}

const wrongTimes = [days(100), days(85), days(1), hours(2), -minutes(20), -hours(2), -days(1), -days(30)];

for (const [name, answer] of Object.entries({ 'with times': withTimes, 'without times': withoutTimes })) {
  test.each(wrongTimes)(`a service’s time that is off by %i ms for a while loses no history, ${name}`, async (off) => {
    const length = hours(12);
    const usualFiles = createMemoryHistory(new Map([['Voron', recorded]]));
    const usual = await historyAfter({ off: 0, from: 0, until: 0, answer, length }, usualFiles);
    expect(before(usual)).toHaveLength(recorded.length);
    const periods = [
      [0, seconds(30)],
      [0, minutes(5)],
      [0, hours(3)],
      [minutes(30), minutes(35)],
      [minutes(30), hours(3)],
    ] as const;
    for (const [from, until] of periods) {
      const files = createMemoryHistory(new Map([['Voron', recorded]]));
      const history = await historyAfter({ off, from, until, answer, length }, files);
      expect(before(history)).toEqual(before(usual));
      // Once the time is right, everything is recorded as usual.
      const later = (spans: History) =>
        spans
          .filter(({ to }) => to > epoch + hours(4))
          .map(({ state, to }) => `${state} ${Math.round((to - epoch) / minutes(1))}`);
      expect(later(history)).toEqual(later(usual));
      for (const { to } of await files.read('Voron', epoch + length)) expect(to).toBeLessThanOrEqual(epoch + length);
    }
  });

  test.each(wrongTimes)(`neither does a restart while it is off by %i ms, ${name}`, async (off) => {
    const files = createMemoryHistory(new Map([['Voron', recorded]]));
    await historyAfter({ off, from: 0, until: hours(2), answer, length: hours(1) }, files);
    const history = await historyAfter({ off, from: 0, until: hours(2), answer, length: hours(12) }, files);
    expect(before(history).length).toBe(recorded.length);
    expect(before(history).slice(0, -1)).toEqual(recorded.slice(0, -1));
    expect(history.at(-1)?.to).toBeGreaterThan(epoch + hours(11.9));
  });
}

test('a clock of this computer that is ahead loses none either', async () => {
  const files = createMemoryHistory(new Map([['Voron', recorded]]));
  const run = { off: 0, from: 0, until: 0, answer: withTimes, length: hours(12), clockOff: days(100) };
  expect(before(await historyAfter(run, files))).toHaveLength(recorded.length);
});
