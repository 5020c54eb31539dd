import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isPrintTrouble } from '../../../../src/domain/print/print-alert.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { all, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';

describe('many print events', () => {
  test('within a minute are all reported soon, and leave notifications for what comes later', () => {
    const notified = new PrintAlertRun();
    const names = Array.from({ length: 60 }, (_, index) => `P${index}`);
    for (const name of names) notified.says(printing(0), name);
    notified.for(10);
    const pausedAt = notified.now;
    for (const name of names) notified.says(printing(0, { state: 'paused', progress: 25 }), name);
    notified.for(4);
    const reported = new Set(notified.alerts.flatMap(({ printEvents }) => printEvents.map(({ printer }) => printer)));
    expect(reported.size).toBe(60);
    expect(notified.alerts.length).toBeLessThanOrEqual(8);
    notified.for(20);
    const failedAt = notified.now;
    notified.says(ended('error', 0, failedAt), 'P7').for(3);
    expect(failedAt - pausedAt).toBeLessThan(HOUR);
    expect(notified.kinds().at(-1)).toBe('print-failed');
  });

  test('of two hundred printers within a minute are all reported within 20 minutes', () => {
    const notified = new PrintAlertRun();
    const names = Array.from({ length: 200 }, (_, index) => `P${index}`);
    for (const name of names) notified.says(printing(0), name);
    // They are checked one after another at first.
    notified.for(35);
    for (const name of names) notified.says(printing(0, { state: 'paused', progress: 25 }), name);
    notified.for(20);
    const reported = new Set(notified.alerts.flatMap(({ printEvents }) => printEvents.map(({ printer }) => printer)));
    expect(reported.size).toBe(200);
    expect(notified.alerts.length).toBeLessThanOrEqual(10);
  });

  test('are all reported within the hour whenever they come, and at once if there are few', () => {
    const event = fc.record({
      minute: fc.integer({ min: 6, max: 40 }),
      state: fc.constantFrom('paused', 'error', 'complete'),
    });
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 30 }), (events) => {
        const notified = new PrintAlertRun();
        for (const [index, { minute, state }] of events.entries()) {
          const from = minute * MINUTE;
          const after = { ...printing(0)(from), state, progress: state === 'complete' ? 100 : 30 };
          notified.says((at) => (at < from ? printing(0)(at) : after), `P${index}`);
        }
        notified.for(110);
        const most = events.length <= 7 ? 2.25 * MINUTE : 62 * MINUTE;
        for (const [index, { minute }] of events.entries()) {
          const first = notified.alerts.find(({ printEvents }) =>
            printEvents.some((one) => one.printer === `P${index}`),
          );
          expect((first?.at ?? Number.POSITIVE_INFINITY) - minute * MINUTE).toBeLessThanOrEqual(most);
        }
        for (const { at, kind } of notified.alerts) {
          const alike = notified.alerts.filter((one) => isPrintTrouble[one.kind] === isPrintTrouble[kind]);
          expect(alike.filter((one) => one.at >= at && one.at < at + HOUR).length).toBeLessThanOrEqual(10);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('at the same moment share one notification from eight on', () => {
    const names = Array.from({ length: 8 }, (_, index) => `P${index}`);
    const groupsOf = (count: number) => {
      const notified = new PrintAlertRun();
      for (const name of names) notified.says(printing(0), name);
      notified.for(10);
      notified.sleep(120);
      for (const name of names.slice(0, count)) notified.says(ended('complete', 0, HOUR), name);
      return notified.for(5).alerts.map(({ printEvents }) => printEvents.length);
    };
    expect(groupsOf(8)).toEqual([8]);
    expect(groupsOf(2)).toEqual([1, 1]);
  });

  test('of a printer that may be reported no more this hour do not hold back those of others', () => {
    const notified = new PrintAlertRun().says(idle).for(1);
    for (let count = 0; count < 6; count += 1) {
      const began = notified.now;
      notified
        .says(printing(began))
        .for(4)
        .says(ended('complete', began, 4 * MINUTE))
        .for(2);
    }
    expect(notified.alerts).toHaveLength(6);
    const began = notified.now;
    const others = Array.from({ length: 8 }, (_, index) => `P${index}`);
    for (const name of ['Voron', ...others]) notified.says(printing(began), name);
    notified.for(5);
    notified.sleep(1);
    for (const name of ['Voron', ...others]) notified.says(ended('complete', began, 5 * MINUTE), name);
    notified.for(5);
    const last = notified.alerts.at(-1)?.printEvents.map(({ printer }) => printer);
    expect(last?.toSorted()).toEqual(others);
  });

  test('of one kind do not hold back another kind for long', () => {
    const notified = new PrintAlertRun();
    for (let index = 0; index < 16; index += 1) {
      const failedAt = (6 + 4 * index) * MINUTE;
      notified.says((at) => (at < failedAt ? printing(0)(at) : ended('error', 0, failedAt)), `P${index}`);
    }
    const pausedAt = 35 * MINUTE;
    const paused = { ...printing(0)(pausedAt), state: 'paused' };
    notified.says((at) => (at < pausedAt ? printing(0)(at) : paused), 'Paused').for(60);
    const first = notified.alerts.find(({ printEvents }) => printEvents.some(({ printer }) => printer === 'Paused'));
    expect((first?.at ?? Number.POSITIVE_INFINITY) - pausedAt).toBeLessThanOrEqual(6 * MINUTE);
  });

  test('of a new crowd are collected, even if the last one was long ago', () => {
    const notified = new PrintAlertRun();
    notified.policy = { ...policy, kinds: all };
    const names = Array.from({ length: 24 }, (_, index) => `P${index}`);
    for (const name of names) notified.says(idle, name);
    notified.for(6);
    for (const name of names) notified.says(printing(6 * MINUTE), name);
    notified.for(15);
    for (const name of names) notified.says(ended('cancelled', 6 * MINUTE, 15 * MINUTE), name);
    notified.for(4);
    const groups = notified.alerts.filter(({ kind }) => kind === 'print-cancelled');
    expect(groups.map(({ printEvents }) => printEvents.length)).toEqual([24]);
  });

  test('leave out nobody who was checked just before they are shown', () => {
    const notified = new PrintAlertRun();
    const names = Array.from({ length: 61 }, (_, index) => `P${index}`);
    for (const name of names) {
      notified.says(printing(0), name);
      notified.for((2 * SECOND) / MINUTE);
    }
    notified.for(12);
    for (const name of names) notified.says(printing(0, { state: 'paused', progress: 25 }), name);
    notified.for(4);
    expect(notified.alerts.flatMap(({ printEvents }) => printEvents)).toHaveLength(61);
  });

  test('from when the server’s time was a day ahead hold back nothing later', () => {
    const notified = new PrintAlertRun();
    const ahead = 24 * HOUR;
    notified.now = ahead;
    const names = Array.from({ length: 12 }, (_, index) => `P${index}`);
    for (const name of names) notified.says(printing(ahead), name);
    notified.for(5);
    for (const name of names) notified.says(printing(ahead, { state: 'paused', progress: 25 }), name);
    notified.for(5).restart(-ahead / MINUTE);
    const from = notified.now;
    notified.says(printing(from), 'New').for(5);
    notified.says(printing(from, { state: 'paused', progress: 5 }), 'New').for(5);
    expect(notified.alerts.at(-1)?.printEvents.map(({ printer }) => printer)).toEqual(['New']);
  });
});
