import { describe, expect, test } from 'vitest';
import { outcomeOf, printing } from '../../../support/print/reported-print.ts';

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
