import { describe, expect, test } from 'vitest';
import type { KeptAlertState } from '../../../src/domain/alerts/alert-state.ts';
import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { defaultPrintKinds } from '../../../src/domain/print/print-alert.ts';
import type { KeptPrints } from '../../../src/domain/print/print-alert-state.ts';
import { epoch, gone, hours, minutes, monitored, silent } from '../../support/monitor/world.ts';
import { answered, type ReportFields } from '../../support/print/reports.ts';

const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
const wrongUntil = hours(3);
const end = hours(16);

/** While the time is wrong, every printer disconnects three times; later there is a problem of each kind. */
function answerAt(printer: string, at: number): PollOutcome {
  if (at > hours(14) && at < hours(15)) return silent(503).outcome;
  if (printer === 'P0' && at > hours(10)) return { kind: 'refused', status: 604 };
  if (printer === 'P1' && at > hours(11) && at < hours(12)) return { kind: 'perks-needed' };
  const index = names.indexOf(printer);
  const during = [0, 1, 2].map((hour) => hours(hour) + minutes(10 + index * (hour === 2 ? 1 : 4)));
  return gone(...during.map((from) => [from, from + minutes(20)] as const), [hours(5), hours(8)])(at);
}

/** A print every two hours, each of which fails or is paused after half an hour. */
function printAt(at: number): ReportFields {
  const number = Math.floor(at / hours(2));
  const duration = Math.min(hours(0.5), at - number * hours(2));
  const state = duration < hours(0.5) ? 'printing' : number % 4 === 0 ? 'error' : 'paused';
  return {
    state,
    id: `print${number}`,
    file: 'benchy.gcode',
    duration: duration / 1_000,
    progress: duration / hours(0.01),
  };
}

interface Reported {
  readonly kind: string;
  readonly printers: readonly string[];
  /** Milliseconds from the start. */
  readonly at: number;
}

/** Keeps state between runs as files do. */
const stored = <State>(state: State): State => JSON.parse(JSON.stringify(state));

/** Returns what is reported once the service's time is right, which is off by `off` ms for the first three hours. */
async function reportedAfter(off: number, count: number, isRestarted: boolean): Promise<readonly Reported[]> {
  let kept: { alerts?: KeptAlertState; prints: KeptPrints } = { prints: {} };
  const reported: Reported[] = [];
  const run = async (from: number, until: number) => {
    const world = monitored({
      ...(kept.alerts === undefined ? {} : { kept: kept.alerts }),
      clockOff: () => from,
      answer: (printer, since) => {
        const at = from + since;
        const serverDate = Math.floor((epoch + at + (at < wrongUntil ? off : 0)) / 1_000) * 1_000;
        return { outcome: answerAt(printer, at), serverDate, retryAfterSeconds: null };
      },
      prints: (time) => ({
        kept: kept.prints,
        random: () => 0.5,
        ask: () =>
          new Promise((come) =>
            time.after(300, () => come({ outcome: answered(printAt(from + time.since())), retryAfterSeconds: null })),
          ),
        isWatched: (printer) => printer === 'P0',
        isWindowOpen: () => false,
        kinds: () => defaultPrintKinds,
        show: ({ kind, printEvents }) =>
          reported.push({ kind, printers: printEvents.map(({ printer }) => printer), at: from + time.since() }),
        keep: (prints) => {
          kept = { ...kept, prints };
        },
      }),
    });
    world.add(...names.slice(0, count));
    world.monitor.start();
    await world.time.run(until - from);
    world.monitor.stop();
    kept = stored({ alerts: world.kept(), prints: kept.prints });
    reported.push(...world.alerts.map(({ at, kind, printers }) => ({ kind, printers, at: from + at })));
  };
  if (isRestarted) await run(0, wrongUntil);
  await run(isRestarted ? wrongUntil : 0, end);
  return reported.filter(({ at }) => at > wrongUntil + minutes(10)).toSorted((one, other) => one.at - other.at);
}

describe.each([1, 3, 12])('after the service’s time was wrong, %i printers', (count) => {
  test.each([false, true])('are reported as usual once it is right, restarted: %s', async (isRestarted) => {
    const usual = await reportedAfter(0, count, isRestarted);
    expect(new Set(usual.map(({ kind }) => kind)).size).toBe(count === 1 ? 7 : 9);
    for (const off of [hours(24), hours(24 * 30), hours(2), minutes(20), -hours(24)]) {
      const after = await reportedAfter(off, count, isRestarted);
      expect(after.map(({ kind, printers }) => ({ kind, printers }))).toEqual(
        usual.map(({ kind, printers }) => ({ kind, printers })),
      );
      for (const [index, { at }] of after.entries())
        expect(Math.abs(at - (usual[index]?.at ?? 0))).toBeLessThan(minutes(2));
    }
  });
});
