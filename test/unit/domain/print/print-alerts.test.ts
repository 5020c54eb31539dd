import { describe, expect, test } from 'vitest';
import { noOwnActions } from '../../../../src/domain/print/own-actions.ts';
import { defaultPrintKinds } from '../../../../src/domain/print/print-alert.ts';
import { printOwnActions } from '../../../../src/domain/print/print-alert-state.ts';
import { MINUTE, type Milliseconds, SECOND } from '../../../../src/domain/time.ts';
import { all, begun, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, start } from '../../../support/print/reports.ts';

describe('print notifications', () => {
  test.each([
    ['complete', 'print-finished'],
    ['error', 'print-failed'],
  ])('report %s as %s once, confirmed, within one poll and 15 s', (state, kind) => {
    const notified = begun();
    const from = notified.now;
    notified.says(ended(state, 5 * MINUTE, 30 * MINUTE, { error: state === 'error' ? 'Heater fault' : null })).for(300);
    expect(notified.kinds()).toEqual([kind]);
    const [alert] = notified.alerts;
    expect((alert?.at ?? 0) - from).toBeLessThanOrEqual(MINUTE + 15 * SECOND);
    expect(alert?.printEvents).toEqual([
      expect.objectContaining({ printer: 'Voron', fileName: 'benchy.gcode', about: false }),
    ]);
    expect(alert?.printEvents[0]?.words).toBe(state === 'error' ? 'Heater fault' : null);
  });

  test('report a pause with its reason, once per print', () => {
    const notified = begun()
      .says(printing(5 * MINUTE, { state: 'paused', progress: 25, error: 'Filament runout' }))
      .for(20);
    expect(notified.kinds()).toEqual(['print-paused']);
    expect(notified.alerts[0]?.printEvents[0]?.words).toBe('Filament runout');
    notified
      .says(printing(5 * MINUTE))
      .for(10)
      .says(printing(5 * MINUTE, { state: 'paused', progress: 50 }))
      .for(20);
    expect(notified.kinds()).toEqual(['print-paused']);
    expect(notified.kindsAgain()).toEqual(['print-paused']);
  });

  test('report a pause soon after the user paused and resumed the print here', () => {
    const notified = begun();
    const pausedAt = start + notified.now;
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt });
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(1);
    const resumedAt = start + notified.now;
    notified.state = printOwnActions(notified.state, 'Voron', { ...noOwnActions, pausedAt, resumedAt });
    notified.says(printing(5 * MINUTE, { progress: 26 })).for(1);
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 26, error: 'Filament runout' })).for(3);
    expect(notified.kinds()).toEqual(['print-paused']);
  });

  test('report Gadget’s warning and pause, but no separate pause', () => {
    const notified = begun();
    notified.says((at) => printing(5 * MINUTE, { warned: (at - 34 * MINUTE) / SECOND })(at)).for(10);
    notified
      .says((at) =>
        printing(5 * MINUTE, { state: 'paused', progress: 31, gadgetPaused: (at - 45 * MINUTE) / SECOND })(at),
      )
      .for(10);
    expect(notified.kinds()).toEqual(['gadget-warning', 'gadget-paused']);
  });

  test('report a printer that does not answer for 5 min during a print, and a failed login after a minute', () => {
    const notified = begun().says(failure('printer-not-answering', 785));
    const from = notified.now;
    notified.for(60);
    expect(notified.kinds()).toEqual(['printer-not-answering']);
    expect(Math.abs((notified.alerts[0]?.at ?? 0) - from - 6 * MINUTE)).toBeLessThanOrEqual(75 * SECOND);
    const login = new PrintAlertRun().says(idle).for(5).says(failure('no-printer-login', 789)).for(60);
    expect(login.kinds()).toEqual(['printer-not-answering']);
  });

  test('report starts, cancellations and first layers only if wanted', () => {
    const layered = (at: Milliseconds) =>
      printing(5 * MINUTE, { layer: Math.floor((at - 5 * MINUTE) / (5 * MINUTE)) })(at);
    for (const kinds of [defaultPrintKinds, all]) {
      const notified = new PrintAlertRun();
      notified.policy = { ...policy, kinds };
      notified
        .says(idle)
        .for(5)
        .says(layered)
        .for(30)
        .says(ended('cancelled', 5 * MINUTE, 30 * MINUTE))
        .for(10);
      expect(notified.kinds()).toEqual(kinds === all ? ['print-started', 'first-layers-done', 'print-cancelled'] : []);
    }
  });
});
