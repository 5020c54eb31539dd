import { expect, test } from 'vitest';
import { intervalsFor } from '../../../src/domain/intervals.ts';
import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import { defaultSettings } from '../../../src/domain/settings.ts';
import { MINUTE, type Milliseconds, SECOND } from '../../../src/domain/time.ts';
import { PrintWatch } from '../../../src/monitor/print-watch.ts';
import type { PrintAnswered } from '../../../src/monitor/print-watch-ports.ts';
import { answered, type ReportFields, start } from '../../support/print/reports.ts';
import { onlinePrinters } from '../../support/print/surroundings.ts';

const intervals = intervalsFor(defaultSettings, null);
const silent = new Set<string>();
const free = { underWay: 0, waiting: 0 };

/** A watch whose requests are answered when the test decides. */
function watched() {
  let elapsed: Milliseconds = 0;
  const requests: { printer: string; signal: AbortSignal; come: (response: PrintAnswered) => void }[] = [];
  const shown: string[] = [];
  const watch = new PrintWatch(
    {
      clock: { elapsed: () => elapsed },
      now: () => start + elapsed,
      random: () => 0,
      intervals: () => intervals,
      policy: () => ({
        kinds: defaultPrintKinds,
        muted: silent,
        off: silent,
        oftenOff: silent,
        quietUntil: null,
        isTimeOfDay: false,
      }),
      lastNotification: () => 0,
      askPrint: (printer, signal) => new Promise((come) => requests.push({ printer, signal, come })),
      show: (alerts) => void shown.push(...alerts.map(({ kind }) => kind)),
      changed: () => {},
      answered: () => {},
    },
    {},
  );
  return {
    watch,
    requests,
    shown,
    turn: (ids: readonly string[], info = free) => watch.turn(onlinePrinters(ids, info, start)),
    wait: (time: Milliseconds) => {
      elapsed += time;
    },
    come: async (index: number, reported: ReportFields) => {
      requests[index]?.come({ outcome: answered(reported), retryAfterSeconds: null });
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

test('a request is cancelled when the Info API needs its lane, and its late result is dropped', async () => {
  const { watch, requests, turn, come } = watched();
  turn(['a', 'b']);
  expect(requests.map(({ printer }) => printer)).toEqual(['a', 'b']);
  turn(['a', 'b'], { underWay: 5, waiting: 1 });
  expect(requests.map(({ signal }) => signal.aborted)).toEqual([false, true]);
  await come(1, { state: 'printing', progress: 5 });
  await come(0, { state: 'printing', progress: 5 });
  expect([watch.status('a')?.kind, watch.status('b')]).toEqual(['printing', null]);
});

test('a cancelled request does not count: its printer is checked as soon as there is room', () => {
  const { requests, turn, wait } = watched();
  turn(['a', 'b']);
  turn(['a', 'b'], { underWay: 5, waiting: 1 });
  wait(2 * SECOND);
  turn(['a', 'b']);
  expect(requests.map(({ printer }) => printer)).toEqual(['a', 'b', 'b']);
});

test('a request that takes longer than 15 s counts as silence and frees its lane', () => {
  const { requests, turn, wait } = watched();
  const again = turn(['a']);
  expect(again).toBe(15 * SECOND);
  wait(15 * SECOND);
  turn(['a']);
  expect(requests[0]?.signal.aborted).toBe(true);
  wait(5 * MINUTE);
  turn(['a']);
  expect(requests).toHaveLength(2);
});

test('an idle printer does not wake the watch; a print does', async () => {
  const { turn, come, wait } = watched();
  turn(['a']);
  await come(0, { state: 'idle' });
  expect(turn(['a'])).toBe(Number.POSITIVE_INFINITY);
  wait(5 * MINUTE);
  turn(['a']);
  await come(1, { state: 'printing', id: 'p', progress: 5, duration: 300, left: 9_000 });
  expect(turn(['a'])).toBe(6 * MINUTE);
});

test('sleep ends pending requests, and a removed printer is forgotten', async () => {
  const { watch, requests, turn, come } = watched();
  turn(['a']);
  watch.interrupt(0);
  expect(requests[0]?.signal.aborted).toBe(true);
  await come(0, { state: 'printing' });
  expect(watch.status('a')).toBeNull();
  const other = watched();
  other.turn(['a']);
  await other.come(0, { state: 'printing', id: 'p' });
  expect(Object.keys(other.watch.kept())).toEqual(['a']);
  other.watch.forget('a');
  expect([other.watch.kept(), other.watch.status('a')]).toEqual([{}, null]);
});

test('a print that the user has just paused here is polled soon, and its pause is not reported', async () => {
  const { watch, requests, turn, come, wait, shown } = watched();
  turn(['a']);
  await come(0, { state: 'printing', progress: 5, duration: 600 });
  wait(20 * SECOND);
  watch.actedOn('a', 'pause');
  turn(['a']);
  expect(requests).toHaveLength(2);
  await come(1, { state: 'paused', progress: 5, duration: 620 });
  turn(['a']);
  expect(requests).toHaveLength(2);
  wait(MINUTE);
  turn(['a']);
  await come(2, { state: 'paused', progress: 5, duration: 620 });
  turn(['a']);
  expect(shown).toEqual([]);
});

test('a pause that the printer refused is forgotten, so a later pause is reported', async () => {
  const { watch, turn, come, wait, shown } = watched();
  turn(['a']);
  await come(0, { state: 'printing', progress: 5, duration: 600 });
  wait(20 * SECOND);
  watch.actedOn('a', 'pause');
  watch.actedOn('a', 'not-done');
  turn(['a']);
  await come(1, { state: 'paused', progress: 5, duration: 620 });
  turn(['a']);
  wait(MINUTE);
  turn(['a']);
  await come(2, { state: 'paused', progress: 5, duration: 620 });
  turn(['a']);
  expect(shown).toEqual(['print-paused']);
});
