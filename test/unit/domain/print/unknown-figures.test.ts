import { describe, expect, it } from 'vitest';
import type { PrintAlert } from '../../../../src/domain/print/print-alert.ts';
import { HOUR, MINUTE } from '../../../../src/domain/time.ts';
import { idle, PrintAlertRun, printing } from '../../../support/print/print-alert-run.ts';
import { failure, type ReportFields } from '../../../support/print/reports.ts';

/* What a notification says about a print where a figure is unknown. */

const began = 5 * MINUTE;

function eventOf({ alerts }: PrintAlertRun, kind: PrintAlert['kind']) {
  return alerts.find((alert) => alert.kind === kind)?.printEvents[0];
}

describe('A duration of 0 is unknown once the print has been running for a while', () => {
  const zero = (at: number): ReportFields => printing(began, { duration: 0 })(at);
  const one = () => new PrintAlertRun().says(idle).for(5).says(zero);

  it.each([
    ['complete', 'print-finished'],
    ['error', 'print-failed'],
  ] as const)('and the print took the time for which it was seen: %s', (state, kind) => {
    const run = one().for(60);
    run.says({ ...zero(run.now), state, progress: 100, left: 0 }).for(5);
    expect(eventOf(run, kind)?.duration).toBeGreaterThan(58 * MINUTE);
    expect(eventOf(run, kind)?.duration).toBeLessThan(62 * MINUTE);
  });

  it('so three prints of one file without ids are three', () => {
    const run = new PrintAlertRun().says(idle).for(5);
    for (let print = 0; print < 3; print += 1) {
      const from = run.now;
      const nameless = (at: number): ReportFields => printing(from, { duration: 0, id: null })(at);
      run.says(nameless).for(30);
      run.says({ ...nameless(run.now), state: 'complete', progress: 100 }).for(10);
    }
    expect(run.kinds()).toEqual(['print-finished', 'print-finished', 'print-finished']);
  });
});

describe('A time that nobody saw is not stated', () => {
  const running = () => new PrintAlertRun().says(idle).for(5).says(printing(began)).for(30);
  const pausedIn = (run: PrintAlertRun) => {
    const paused = { ...printing(began)(run.now), state: 'paused' };
    run.says(paused).for(10);
    return run.alerts.filter(({ kind }) => kind === 'print-paused').at(-1)?.printEvents[0];
  };

  it('of a pause, unless the print was seen running just before', () => {
    expect(pausedIn(running())?.about).toBe(false);
    expect(pausedIn(running().sleep(480))?.about).toBe(true);
    expect(pausedIn(running().restart(480))?.about).toBe(true);
  });

  it('of a pause that follows another one', () => {
    const run = running();
    expect(pausedIn(run)?.about).toBe(false);
    run.says(printing(began)).for(5);
    expect(pausedIn(run)?.about).toBe(false);
    expect(run.alerts.map(({ again }) => again)).toEqual([false, true]);
  });

  it('of a printer that does not respond, unless it just did', () => {
    const silent = failure('printer-not-answering', 785);
    const long = () =>
      new PrintAlertRun()
        .says(idle)
        .for(5)
        .says(printing(began, { left: 20 * (HOUR / 1_000) }))
        .for(30);
    expect(eventOf(long().says(silent).for(15), 'printer-not-answering')?.about).toBe(false);
    expect(eventOf(long().sleep(480).says(silent).for(15), 'printer-not-answering')?.about).toBe(true);
  });
});
