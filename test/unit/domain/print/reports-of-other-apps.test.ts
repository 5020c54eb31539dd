import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../../src/domain/time.ts';
import { outcomeOf, printing } from '../../../support/print/reported-print.ts';
import { start } from '../../../support/print/reports.ts';

/** A print of 100 minutes that ends, with what its printer reports afterwards. */
const done = { ...printing(100), state: 'complete', progress: 100, left: 0 };

describe('what users of integrations and firmware reported', () => {
  // https://github.com/prusa3d/Prusa-Firmware-Buddy/issues/5182, and 4403
  test.each([
    ['with its own id', 'p'],
    ['with the id of the print before', 'before'],
  ])('“finished” at the start of a print is not its end, %s', (_, id) => {
    for (const length of [0.4, 1.4, 3]) {
      const { notified, moments } = outcomeOf(110, (minute) => {
        if (minute < 3) return { state: 'idle', id: 'before', file: 'lid.gcode' };
        if (minute < 3 + length)
          return { state: 'complete', id, file: 'benchy.gcode', progress: 0, duration: 0, left: 6_000 };
        return minute < 103 ? printing(minute - 3) : done;
      });
      expect(notified.filter((kind) => kind !== 'print-started')).toEqual(['print-finished']);
      expect(moments.at(-1)?.minute).toBeGreaterThanOrEqual(103);
    }
  });

  test('nor while it warms up, or right after another print; a short print really ends', () => {
    const early = { state: 'complete', id: 'p', file: 'benchy.gcode', progress: 0, duration: 60, left: 6_000 };
    const before = { ...done, id: 'before', file: 'lid.gcode' };
    const { notified, moments } = outcomeOf(120, (minute) => {
      if (minute < 5) return { ...printing(94 + minute), id: 'before', file: 'lid.gcode' };
      if (minute < 10) return before;
      if (minute < 11) return { state: 'warmingup', id: 'p', file: 'benchy.gcode', duration: 10 };
      if (minute < 12) return early;
      return minute < 112 ? printing(minute - 10) : done;
    });
    expect(notified).toEqual(['print-finished', 'print-started', 'print-finished']);
    expect(moments.at(-1)?.minute).toBeGreaterThanOrEqual(112);
    const short = { state: 'complete', id: 'p', file: 'clip.gcode', progress: 100, duration: 70, left: 0 };
    expect(outcomeOf(10, (minute) => (minute < 3 ? { state: 'idle', id: 'before' } : short)).notified).toEqual([
      'print-finished',
    ]);
  });

  // https://github.com/marcolivierarsenault/moonraker-home-assistant/issues/160
  test('9 % right after the start is not shown if the time left says otherwise', () => {
    const { shown } = outcomeOf(30, (minute) =>
      printing(minute, { progress: minute < 1 ? 9 : minute, left: 5_900 - minute * 60 }),
    );
    for (const [index, progress] of shown.entries()) expect((progress ?? 0) - index / 3).toBeLessThanOrEqual(3);
  });

  // https://github.com/marcolivierarsenault/moonraker-home-assistant/issues/744
  test('the notification names file and length although the printer has already forgotten both', () => {
    const { moments } = outcomeOf(105, (minute) => (minute < 100 ? printing(minute) : { state: 'complete', id: 'p' }));
    expect(moments.map(({ kind }) => kind)).toEqual(['print-finished']);
    expect(moments[0]?.events?.fileName).toBe('benchy.gcode');
    expect(Math.round((moments[0]?.events?.duration ?? 0) / MINUTE)).toBeGreaterThanOrEqual(99);
  });

  // https://github.com/marcolivierarsenault/moonraker-home-assistant/issues/462
  test('a negative time left is ignored, and the end is not earlier than now', () => {
    const { finishes, notified } = outcomeOf(95, (minute) => printing(minute, { left: -600 - minute }));
    for (const [index, at] of finishes.entries())
      expect(at ?? Number.POSITIVE_INFINITY).toBeGreaterThan(start + (index / 3) * MINUTE);
    expect(finishes.at(-1)).not.toBeNull();
    expect(notified).toEqual([]);
  });

  // https://github.com/OctoPrint/OctoPrint/issues/4299
  test('a failure that is reported again and again is notified once', () => {
    const error = { ...printing(40), state: 'error', error: 'Shutdown due to webhooks request' };
    const { notified } = outcomeOf(200, (minute) => {
      if (minute < 40) return printing(minute);
      return Math.round(minute * 3) % 2 === 0
        ? error
        : { state: 'idle', id: 'p', file: 'benchy.gcode', progress: 40, duration: 2_400 };
    });
    expect(notified).toEqual(['print-failed']);
  });

  // https://github.com/Klipper3d/klipper/issues/450
  test('a timer that restarts during a print begins no other print, and moves no progress back', () => {
    const { notified, shown, finishes } = outcomeOf(95, (minute) =>
      printing(
        minute,
        minute < 50 ? {} : { duration: (minute - 50) * 60, left: minute < 52 ? 0 : (100 - minute) * 60 },
      ),
    );
    expect(notified).toEqual([]);
    for (const [index, progress] of shown.entries())
      expect(progress ?? 0).toBeGreaterThanOrEqual(shown[index - 1] ?? 0);
    const ends = finishes.slice(3 * 20).map((at) => Math.abs((at ?? 0) - start - 100 * MINUTE));
    expect(Math.max(...ends)).toBeLessThan(10 * MINUTE);
  });

  // https://github.com/jbatonnet/Rinkhals/issues/252
  test('a print doesn’t get longer after its end, although its printer goes on counting', () => {
    const { status, notified } = outcomeOf(300, (minute) =>
      minute < 100 ? printing(minute) : { ...done, duration: minute * 60 },
    );
    expect(notified).toEqual(['print-finished']);
    expect((status?.print?.duration ?? 0) / MINUTE).toBeLessThanOrEqual(101);
  });

  // https://github.com/jbatonnet/Rinkhals/issues/447
  test('an estimate that comes and goes leaves the end where it was', () => {
    const { finishes } = outcomeOf(95, (minute) =>
      printing(minute, Math.round(minute * 3) % 2 === 0 ? { left: null } : {}),
    );
    const shown = finishes.slice(3 * 10);
    expect(shown).not.toContain(null);
    for (const at of shown) expect(Math.abs((at ?? 0) - start - 100 * MINUTE)).toBeLessThan(3 * MINUTE);
  });

  // https://github.com/prusa3d/Prusa-Firmware-Buddy/issues/3135
  test('a printer that is idle and knows nothing after the last percent has finished its print', () => {
    const { notified } = outcomeOf(110, (minute) => (minute < 100 ? printing(minute) : { state: 'idle' }));
    expect(notified).toEqual(['print-finished']);
    // In the midst of a print nobody knows what happened, and nothing is claimed.
    expect(outcomeOf(110, (minute) => (minute < 50 ? printing(minute) : { state: 'idle' })).notified).toEqual([]);
  });
});
