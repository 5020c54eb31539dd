import { describe, expect, test } from 'vitest';
import { intervalsFor } from '../../../../src/domain/intervals.ts';
import type { PrintPolicy } from '../../../../src/domain/print/notify-prints.ts';
import { printAlertKinds } from '../../../../src/domain/print/print-alert.ts';
import { nextPrintStatus, printNotYetAsked } from '../../../../src/domain/print/print-status.ts';
import { printGlance } from '../../../../src/domain/print/shown-print.ts';
import { defaultSettings } from '../../../../src/domain/settings.ts';
import { MINUTE, SECOND } from '../../../../src/domain/time.ts';
import { PrintAlerting } from '../../../../src/monitor/print-alerting.ts';
import { answered, type Said, start } from '../../../support/print/reports.ts';

const intervals = intervalsFor(defaultSettings, null);
const nobody = new Set<string>();
const kinds = Object.fromEntries(printAlertKinds.map((kind) => [kind, true])) as PrintPolicy['kinds'];
const policy: PrintPolicy = { kinds, muted: nobody, off: nobody, oftenOff: nobody, quietUntil: null };

/** Returns what is shown and notified about a printer checked every 20 s; `reported` is by minutes from the start. */
function outcomeOf(minutes: number, reported: (minute: number) => Said) {
  const alerting = new PrintAlerting({}, start);
  const notified: { readonly kind: string; readonly minute: number }[] = [];
  const shown: (number | null)[] = [];
  for (let at = start; at <= start + minutes * MINUTE; at += 20 * SECOND) {
    const before = alerting.status('a') ?? printNotYetAsked(at);
    const status = nextPrintStatus(before, answered(reported((at - start) / MINUTE)), at, intervals);
    alerting.observe('a', status);
    shown.push(printGlance(status, true).progress);
    for (const { kind } of alerting.notify(at, notified.length, intervals, policy).alerts) {
      notified.push({ kind, minute: (at - start) / MINUTE });
    }
  }
  return { notified: notified.map(({ kind }) => kind), moments: notified, shown, status: alerting.status('a') };
}

const printing = (minute: number, more: Partial<Said> = {}): Said => ({
  state: 'printing',
  id: 'p',
  file: 'benchy.gcode',
  duration: minute * 60,
  progress: minute,
  left: (100 - minute) * 60,
  ...more,
});

describe('what users of other apps reported', () => {
  // https://github.com/gdombiak/OctoPrint-OctoPod/issues/33
  test('a finished print is notified when it is done, not when its last layer begins', () => {
    const { notified, moments } = outcomeOf(115, (minute) => {
      if (minute >= 110) return { ...printing(110), state: 'complete', progress: 100, left: 0 };
      return printing(minute, { progress: Math.min(100, minute), left: Math.max(0, 100 - minute) * 60 });
    });
    expect(notified).toEqual(['print-finished']);
    expect(moments[0]?.minute).toBeGreaterThanOrEqual(110);
  });

  // https://github.com/bchanudet/OctoPrint-Octorant/issues/22
  test('one notification for 100 % and complete, and a progress of 110 % is none', () => {
    const { notified, shown } = outcomeOf(105, (minute) => {
      if (minute >= 102) return { ...printing(102), state: 'complete', progress: 110, left: 0 };
      return printing(minute, { progress: minute >= 98 ? 110 : minute, left: Math.max(0, 100 - minute) * 60 });
    });
    expect(notified).toEqual(['print-finished']);
    expect(Math.max(...shown.map((progress) => progress ?? 0))).toBeLessThanOrEqual(100);
  });

  // https://github.com/greghesp/ha-bambulab/issues/1899
  test('the progress of each layer is not that of the print', () => {
    for (const layer of [3, 6, 20]) {
      const { notified, shown } = outcomeOf(90, (minute) =>
        printing(minute, { progress: Math.round(((minute % layer) / layer) * 100) }),
      );
      expect(notified).toEqual([]);
      for (const [index, progress] of shown.entries()) expect((progress ?? 0) - index / 3).toBeLessThanOrEqual(45);
    }
  });

  // https://github.com/jneilliii/OctoPrint-BambuPrinter/issues/46
  test('an end that jumps from minutes to a month is never named as certain', () => {
    const { status, notified } = outcomeOf(49, (minute) =>
      printing(minute, { progress: 0, left: Math.round(minute * 3) % 2 === 0 ? 29.5 * 86_400 : 120 }),
    );
    expect(status?.print?.finish?.about).toBe(true);
    expect(notified).toEqual([]);
  });

  // https://github.com/OctoText/OctoText/issues/55
  test('a print that was cancelled has not failed, whatever error follows', () => {
    const cancelled = { ...printing(30), state: 'cancelled' };
    const error = { ...printing(30), state: 'error', error: 'Printer halted' };
    const { notified } = outcomeOf(60, (minute) => (minute < 30 ? printing(minute) : minute < 31 ? cancelled : error));
    expect(notified).toEqual(['print-cancelled']);
    // The other way round, within seconds.
    const other = outcomeOf(60, (minute) => (minute < 30 ? printing(minute) : minute < 30.3 ? error : cancelled));
    expect(other.notified).toEqual(['print-cancelled']);
    // A printer error after the end is not a failure of the print.
    const done = { ...printing(30), state: 'complete', progress: 100 };
    expect(outcomeOf(60, (minute) => (minute < 30 ? printing(minute) : minute < 33 ? done : error)).notified).toEqual([
      'print-finished',
    ]);
  });
});
