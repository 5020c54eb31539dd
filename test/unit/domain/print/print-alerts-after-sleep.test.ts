import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { begun, ended, idle, PrintAlertRun, policy, printing } from '../../../support/print/print-alert-run.ts';
import { failure, start } from '../../../support/print/reports.ts';

describe('print notifications after an interruption', () => {
  test('report an end during sleep once at wake, with an approximate time', () => {
    const notified = begun()
      .says(ended('complete', 5 * MINUTE, 2 * HOUR))
      .sleep(480)
      .for(30);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.printEvents[0]).toMatchObject({ about: true });
    expect(Math.abs((notified.alerts[0]?.printEvents[0]?.since ?? 0) - start - 125 * MINUTE)).toBeLessThan(MINUTE);
  });

  test('report a whole print during sleep', () => {
    const whole = { ...ended('complete', 100 * MINUTE, HOUR), start: start / SECOND + 6_000 };
    const notified = new PrintAlertRun().says(idle).for(5).says(whole).sleep(480).for(30);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.printEvents[0]).toMatchObject({ about: true, since: start + 160 * MINUTE });
  });

  test('report an event once, with restarts before, during and after it', () => {
    for (const minutes of [0, 10, 30]) {
      const notified = begun().restart();
      notified
        .says(ended('complete', 5 * MINUTE, 30 * MINUTE))
        .restart(minutes)
        .for(10)
        .restart(5)
        .for(10)
        .restart()
        .for(10);
      expect(notified.kinds()).toEqual(['print-finished']);
    }
    const paused = begun()
      .says(printing(5 * MINUTE, { state: 'paused', progress: 25 }))
      .for(5)
      .restart(5)
      .for(30);
    expect(paused.kinds()).toEqual(['print-paused']);
  });

  test('wait for the end of quiet hours, and then report what is still true and what ended', () => {
    const notified = begun();
    notified.policy = { ...policy, quietUntil: start + 100 * MINUTE };
    notified.says(printing(5 * MINUTE, { state: 'paused', progress: 25 })).for(20);
    notified
      .says(printing(5 * MINUTE))
      .for(10)
      .says(ended('complete', 5 * MINUTE, HOUR))
      .for(60);
    expect(notified.kinds()).toEqual(['print-finished']);
    expect(notified.alerts[0]?.at).toBeGreaterThanOrEqual(100 * MINUTE);
  });

  test('report a confirmed end even if the printer has disconnected meanwhile', () => {
    const notified = begun();
    notified.policy = { ...policy, quietUntil: start + 100 * MINUTE };
    notified
      .says(ended('complete', 5 * MINUTE, HOUR))
      .for(20)
      .says(failure('not-connected', 601))
      .for(60);
    expect(notified.kinds()).toEqual(['print-finished']);
  });
});
