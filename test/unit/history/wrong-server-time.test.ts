import { expect, test } from 'vitest';
import type { Answered, PollOutcome } from '../../../src/domain/outcome.ts';
import { newPrinter } from '../../../src/domain/printer.ts';
import type { History } from '../../../src/domain/spans.ts';
import { HistoryRecorder } from '../../../src/history/history-recorder.ts';
import { createHistoryFiles, createMemoryHistory, type HistoryFiles } from '../../../src/storage/history-files.ts';
import { epoch, gone, hours, link, minutes, monitored, seconds } from '../../support/monitor/world.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

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
  /**
   * By how many ms the service's time is wrong, by ms from the start of this run; null if its responses have none. By
   * default it is right.
   */
  readonly off?: (at: number) => number | null;
  readonly answer?: (at: number) => PollOutcome;
  readonly length: number;
  /** By how many ms this computer's clock is wrong. */
  readonly clockOff?: (at: number) => number;
  /** The response with which the printer is added; it is known before by default. */
  readonly first?: Answered;
}

/** Runs the monitor and a recorder on these files, and returns the history at the end. */
async function historyAfter(run: Run, files: HistoryFiles) {
  const { off = () => 0, answer = withTimes, length, clockOff = () => 0, first = null } = run;
  const world = monitored({
    clockOff,
    answer: (_printer, at) => {
      const by = off(at);
      const serverDate = by === null ? null : Math.floor((epoch + at + by) / 1_000) * 1_000;
      return { outcome: answer(at), serverDate, retryAfterSeconds: null };
    },
  });
  const recorder = new HistoryRecorder({
    fleet: world.fleet,
    files,
    mergeGap: () => minutes(3),
    timer: { set: (delay, due) => world.time.after(delay, due), clear: () => {} },
    clock: { now: () => world.monitor.now() },
  });
  world.monitor.watch(newPrinter('Voron', 'Voron', epoch), first);
  world.monitor.start();
  await world.time.run(length);
  world.monitor.stop();
  await recorder.flush();
  return recorder.history('Voron');
}

const stored = () => createMemoryHistory(new Map([['Voron', recorded]]));

/** Wrong by `by` from `from` to `until`, in ms from the start. */
const wrong = (by: number, from: number, until: number) => (at: number) => (at >= from && at < until ? by : 0);

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

/** How long each state lasts from four hours on, once the time is right, in whole minutes from the start. */
const later = (history: History) =>
  history
    .filter(({ to }) => to > epoch + hours(4))
    .map(({ state, to }) => `${state} ${Math.round((to - epoch) / minutes(1))}`);

for (const [name, answer] of Object.entries({ 'with times': withTimes, 'without times': withoutTimes })) {
  test.each(wrongTimes)(`a service’s time that is off by %i ms for a while loses no history, ${name}`, async (off) => {
    const length = hours(12);
    const usual = await historyAfter({ answer, length }, stored());
    expect(before(usual)).toHaveLength(recorded.length);
    const periods = [
      [0, seconds(30)],
      [0, minutes(5)],
      [0, hours(3)],
      [minutes(30), minutes(35)],
      [minutes(30), hours(3)],
    ] as const;
    for (const [from, until] of periods) {
      const files = stored();
      const history = await historyAfter({ off: wrong(off, from, until), answer, length }, files);
      expect(before(history)).toEqual(before(usual));
      expect(later(history)).toEqual(later(usual));
      for (const { to } of (await files.read('Voron', epoch + length)) ?? [])
        expect(to).toBeLessThanOrEqual(epoch + length);
    }
  });

  test.each(wrongTimes)(`neither does a restart while it is off by %i ms, ${name}`, async (off) => {
    const files = stored();
    const run = { off: wrong(off, 0, hours(2)), answer };
    await historyAfter({ ...run, length: hours(1) }, files);
    const history = await historyAfter({ ...run, length: hours(12) }, files);
    expect(before(history).length).toBe(recorded.length);
    expect(before(history).slice(0, -1)).toEqual(recorded.slice(0, -1));
    expect(history.at(-1)?.to).toBeGreaterThan(epoch + hours(11.9));
  });
}

test('neither does a time that is ahead and then behind', async () => {
  const off = (at: number) =>
    wrong(days(100), minutes(30), minutes(40))(at) + wrong(-days(30), minutes(40), minutes(50))(at);
  const history = await historyAfter({ off, length: hours(12) }, stored());
  expect(before(history)).toHaveLength(recorded.length);
  expect(later(history)).toEqual(later(await historyAfter({ length: hours(12) }, stored())));
});

test.each([days(100), hours(9), -seconds(75), -minutes(10), -hours(9), -days(4_000)])(
  'a clock of this computer that is off by %i ms loses nothing either, nor with a service’s time behind',
  async (ownOff) => {
    const usual = await historyAfter({ length: hours(12) }, stored());
    const run = { length: hours(12), clockOff: () => ownOff };
    expect(before(await historyAfter(run, stored()))).toHaveLength(recorded.length);
    const isFarBehind = ownOff < -days(2);
    const behind = await historyAfter({ ...run, off: wrong(-days(2), minutes(30), minutes(40)) }, stored());
    // If both are behind, only what both of them think is ahead is lost.
    const lost = isFarBehind ? 4 : Math.ceil(Math.max(0, -ownOff) / hours(12));
    expect(before(behind).length).toBeGreaterThanOrEqual(recorded.length - lost);
    expect(later(behind)).toEqual(later(usual));
  },
);

test('a printer that is added while this computer’s clock is ahead is recorded at once', async () => {
  const first = { outcome: withTimes(0), serverDate: epoch, retryAfterSeconds: null };
  for (const clockOff of [hours(9), hours(1), 0].map((by) => () => by)) {
    const history = await historyAfter({ first, clockOff, length: hours(12) }, createMemoryHistory());
    expect(history.filter(({ state }) => state === 'disconnected')).toHaveLength(2);
    expect(history.at(-1)?.to).toBeLessThanOrEqual(epoch + hours(12));
  }
});

test('this computer’s clock 100 days ahead, alone for five minutes, loses nothing when it is set right', async () => {
  const files = createHistoryFiles({ folder: profileFolder(), onNotice: () => {} });
  await files.replace('Voron', recorded);
  const clockOff = wrong(days(100), 0, minutes(10));
  const off = (at: number) => (at < minutes(5) ? null : 0);
  const history = await historyAfter({ off, clockOff, length: hours(12) }, files);
  expect(before(history)).toHaveLength(recorded.length);
});

test('many outages while the service’s time is ahead end neither the recording nor the history', async () => {
  const outages = Array.from({ length: 24 }, (_, index) => [minutes(10 * index + 3), minutes(10 * index + 7)] as const);
  const answer = gone(...outages, [hours(8), hours(9)]);
  const run = { off: wrong(days(1), 0, hours(4)), answer, length: hours(12) };
  const history = await historyAfter(run, stored());
  expect(before(history).length).toBeGreaterThanOrEqual(recorded.length - 1);
  expect(history.at(-1)?.to).toBeLessThanOrEqual(epoch + hours(12));
  expect(history.at(-2)).toMatchObject({ state: 'disconnected', from: epoch + hours(8), to: epoch + hours(9) });
});
