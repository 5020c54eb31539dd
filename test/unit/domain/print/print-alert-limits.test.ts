import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrintTrouble } from '../../../../src/domain/print/print-alert.ts';
import type { PrintOutcome } from '../../../../src/domain/print/print-status.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { all, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, type ReportFields } from '../../../support/print/reports.ts';

describe('many print events', () => {
  test('beyond the limit of the app cause no more requests until it is over', () => {
    const notified = new PrintAlertRun();
    const names = Array.from({ length: 30 }, (_, index) => `P${index}`);
    for (const name of names) notified.says(printing(0), name);
    notified.for(10);
    for (const name of names) notified.says(printing(0, { state: 'paused', progress: 25 }), name);
    notified.for(5);
    expect(notified.kinds().length).toBeLessThanOrEqual(10);
    const before = notified.requestTimes.length;
    notified.for(20);
    expect(notified.requestTimes.length - before).toBeLessThanOrEqual(30 * 21);
  });

  test('of a power cut to six printers share one notification', () => {
    const notified = new PrintAlertRun();
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    for (const name of names) notified.says(idle, name);
    notified.for(5);
    for (const name of names) notified.says(printing(5 * MINUTE), name);
    notified.for(20);
    for (const name of names) notified.says(failure('printer-not-answering', 785), name);
    notified.for(30);
    expect(notified.alerts.map(({ kind, printEvents }) => [kind, printEvents.length])).toEqual([
      ['printer-not-answering', 6],
    ]);
  });

  test('are at most six ends an hour from one printer, which hold back no failure', () => {
    const notified = new PrintAlertRun().says(idle).for(1);
    const print = (state: string) => {
      const began = notified.now;
      notified
        .says(printing(began))
        .for(4)
        .says(ended(state, began, 4 * MINUTE))
        .for(2);
    };
    for (let count = 0; count < 8; count += 1) print('complete');
    expect(notified.alerts).toHaveLength(6);
    const endedAt = notified.now + 4 * MINUTE;
    print('error');
    expect(notified.kinds().at(-1)).toBe('print-failed');
    expect((notified.alerts.at(-1)?.at ?? 0) - endedAt).toBeLessThanOrEqual(75 * SECOND);
  });

  test('that need the user are reported at most four times an hour per printer, even across a restart', () => {
    const notified = new PrintAlertRun().says(idle).for(1);
    for (let count = 0; count < 6; count += 1) {
      const began = notified.now;
      notified
        .says(printing(began))
        .for(4)
        .says(ended('error', began, 4 * MINUTE))
        .for(2)
        .restart();
    }
    expect(notified.alerts.filter(({ at }) => at < HOUR)).toHaveLength(4);
  });

  test('group failed logins separately from printers that do not answer', () => {
    const notified = new PrintAlertRun();
    for (const name of ['A', 'B', 'C']) notified.says(idle, name);
    notified.for(5);
    for (const name of ['A', 'B', 'C']) notified.says(printing(5 * MINUTE), name);
    notified.for(20);
    notified.says(failure('printer-not-answering', 785), 'A');
    for (const name of ['B', 'C']) notified.says(failure('no-printer-login', 789), name);
    notified.for(30);
    expect(
      notified.alerts
        .map(({ printEvents }) => printEvents.map(({ printer, noLogin }) => [printer, noLogin]))
        .toSorted(),
    ).toEqual([
      [['A', false]],
      [
        ['B', true],
        ['C', true],
      ],
    ]);
  });

  test('never exceed four problems and six other events an hour per printer', () => {
    const reported = fc.oneof(
      fc.constantFrom<ReportFields | PrintOutcome>(
        idle,
        failure('printer-not-answering', 785),
        failure('no-printer-login', 789),
      ),
      fc.record({
        state: fc.constantFrom('printing', 'paused', 'complete', 'error', 'cancelled'),
        id: fc.constantFrom('a', 'b'),
        progress: fc.nat(100),
        duration: fc.nat(5_000),
        left: fc.nat(5_000),
      }),
    );
    const what = fc.constantFrom('goes on', 'goes on', 'sleep', 'restart');
    fc.assert(
      fc.property(fc.array(fc.tuple(reported, what), { maxLength: 12 }), (steps) => {
        const notified = new PrintAlertRun();
        notified.policy = { ...policy, kinds: all };
        for (const [one, then] of steps) {
          notified.says(one).for(3);
          if (then === 'sleep') notified.sleep(60);
          if (then === 'restart') notified.restart(10);
        }
        for (const [isTrouble, most] of [
          [true, 4],
          [false, 6],
        ] as const) {
          const alike = notified.alerts.filter(({ kind }) => isPrintTrouble[kind] === isTrouble);
          const hourly = alike.map(({ at }) => alike.filter((one) => at - one.at >= 0 && at - one.at < HOUR));
          expect(hourly.every((those) => those.length <= most)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
