import { describe, expect, test } from 'vitest';
import { noOwnActions, type OwnActions } from '../../../../src/domain/print/own-actions.ts';
import { printOwnActions } from '../../../../src/domain/print/print-alert-state.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { all, begun, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, start } from '../../../support/print/reports.ts';

describe('no print notification', () => {
  test('reports an end from before the first check', () => {
    for (const state of ['complete', 'error', 'idle']) {
      const reported = { ...ended(state, -5 * HOUR, 2 * HOUR), start: (start - 5 * HOUR) / SECOND };
      expect(new PrintAlertRun().says(reported).for(60).kinds()).toEqual([]);
    }
  });

  test('reports a single odd answer: complete, error, idle, paused or 785', () => {
    const notified = begun();
    for (const odd of [
      ended('complete', 5 * MINUTE, HOUR),
      ended('error', 5 * MINUTE, HOUR),
      idle,
      printing(5 * MINUTE, { state: 'paused' }),
      failure('printer-not-answering', 785),
    ]) {
      let once = true;
      notified
        .says((at) => {
          if (!once) return printing(5 * MINUTE)(at);
          once = false;
          return typeof odd === 'function' ? odd(at) : odd;
        })
        .for(5);
    }
    expect(notified.kinds()).toEqual([]);
  });

  test('reports a pause or a cancellation by the user here', () => {
    const notified = begun();
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt: start + notified.now });
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
    expect(notified.kinds()).toEqual([]);
    const cancelled = begun();
    cancelled.policy = { ...policy, kinds: all };
    cancelled.alerts.splice(0);
    cancelled.state = printOwnActions(cancelled.state, 'Voron', {
      ...noOwnActions,
      cancelledAt: start + cancelled.now,
    });
    cancelled.says(ended('cancelled', 5 * MINUTE, 30 * MINUTE)).for(20);
    expect(cancelled.kinds()).toEqual([]);
  });

  test('reports a pause by the user here, while the printer is slow to resume or cancel', () => {
    for (const next of ['resumedAt', 'cancelledAt'] as const) {
      const notified = begun();
      let own: OwnActions = { ...noOwnActions, pausedAt: start + notified.now };
      notified.state = printOwnActions(notified.state, 'Voron', own);
      notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
      own = { ...own, [next]: start + notified.now };
      notified.state = printOwnActions(notified.state, 'Voron', own);
      expect(notified.for(10).kinds()).toEqual([]);
    }
  });

  test('reports pauses at each layer for a picture', () => {
    const notified = begun().says((at) =>
      printing(5 * MINUTE, { state: 'paused', layer: Math.floor(at / (5 * SECOND)) })(at),
    );
    expect(notified.for(30).kinds()).toEqual([]);
  });

  test('reports a printer that is switched off after its print, or does not answer without a print', () => {
    const notified = new PrintAlertRun()
      .says(idle)
      .for(5)
      .says(printing(5 * MINUTE))
      .for(120);
    expect(notified.says(failure('printer-not-answering', 785)).for(60).kinds()).toEqual([]);
    expect(new PrintAlertRun().says(idle).for(5).says(failure('printer-not-answering', 785)).for(60).kinds()).toEqual(
      [],
    );
  });

  test('is shown for printers that are muted, off, or often off', () => {
    const silent = new Set(['Voron']);
    for (const [more, kinds] of [
      [{ muted: silent }, []],
      [{ off: silent }, []],
      [{ oftenOff: silent }, []],
      [{}, ['printer-not-answering']],
    ] as const) {
      const notified = begun();
      notified.policy = { ...policy, ...more };
      expect(notified.says(failure('printer-not-answering', 785)).for(20).kinds()).toEqual(kinds);
    }
    // A new access code is unrelated to being switched off.
    const notified = begun();
    notified.policy = { ...policy, oftenOff: silent };
    expect(notified.says(failure('no-printer-login', 789)).for(20).kinds()).toEqual(['printer-not-answering']);
  });

  test('reports later what ended while it was not wanted', () => {
    const notified = begun();
    notified.policy = { ...policy, muted: new Set(['Voron']) };
    notified.says(ended('complete', 5 * MINUTE, 30 * MINUTE)).for(10);
    notified.policy = policy;
    expect(notified.for(30).kinds()).toEqual([]);
  });
});
