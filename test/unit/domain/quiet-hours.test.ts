import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { wallClock } from '../../../src/desktop/lifecycle/wall-clock.ts';
import { type QuietHours, type QuietSpan, quietTimeAt } from '../../../src/domain/quiet-hours.ts';
import { DAY, HOUR, MINUTE } from '../../../src/domain/time.ts';

const ownZone = process.env['TZ'];

afterEach(() => {
  if (ownZone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = ownZone;
});

function inZone(zone: string): void {
  process.env['TZ'] = zone;
}

const night: QuietSpan = { from: 22 * 60, until: 7 * 60 };

function daily(span: QuietSpan | null): QuietHours {
  return { on: true, days: Array.from({ length: 7 }, () => span) };
}

/** Local time. */
const local = (year: number, month: number, day: number, hour: number, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('quiet hours', () => {
  it('continue past midnight', () => {
    inZone('Europe/Berlin');
    const expected = { from: local(2026, 6, 1, 22), until: local(2026, 6, 2, 7) };
    expect(quietTimeAt(daily(night), local(2026, 6, 1, 22), wallClock)).toEqual(expected);
    expect(quietTimeAt(daily(night), local(2026, 6, 2, 6, 59), wallClock)).toEqual(expected);
  });

  it('are those of last night once they are over', () => {
    inZone('Europe/Berlin');
    const expected = { from: local(2026, 6, 1, 22), until: local(2026, 6, 2, 7) };
    expect(quietTimeAt(daily(night), local(2026, 6, 2, 7), wallClock)).toEqual(expected);
    expect(quietTimeAt(daily(night), local(2026, 6, 2, 21, 59), wallClock)).toEqual(expected);
  });

  it('belong to the weekday on which they begin', () => {
    inZone('Europe/Berlin');
    const fridays = { on: true, days: [null, null, null, null, night, null, null] };
    const friday = { from: local(2026, 6, 5, 22), until: local(2026, 6, 6, 7) };
    expect(quietTimeAt(fridays, local(2026, 6, 6, 3), wallClock)).toEqual(friday);
    expect(quietTimeAt(fridays, local(2026, 6, 5, 3), wallClock)).not.toMatchObject({ until: local(2026, 6, 5, 7) });
    expect(quietTimeAt(fridays, local(2026, 6, 8, 12), wallClock)).toEqual(friday);
  });

  it('do not exist when switched off, or on no day', () => {
    expect(quietTimeAt({ ...daily(night), on: false }, local(2026, 6, 2, 3), wallClock)).toBeNull();
    expect(quietTimeAt(daily(null), local(2026, 6, 2, 3), wallClock)).toBeNull();
  });

  it('merge where days touch', () => {
    inZone('Europe/Berlin');
    const weekend = {
      on: true,
      days: [null, null, null, null, night, { from: 0, until: 0 }, { from: 0, until: 12 * 60 }],
    };
    expect(quietTimeAt(weekend, local(2026, 6, 6, 15), wallClock)).toEqual({
      from: local(2026, 6, 5, 22),
      until: local(2026, 6, 7, 12),
    });
  });

  it('end by local time in the short night of spring and the long one of autumn', () => {
    inZone('Europe/Berlin');
    const spring = quietTimeAt(daily(night), local(2026, 3, 29, 1), wallClock);
    expect((spring?.until ?? 0) - (spring?.from ?? 0)).toBe(8 * HOUR);
    expect(spring?.until).toBe(local(2026, 3, 29, 7));
    const autumn = quietTimeAt(daily(night), local(2026, 10, 25, 1), wallClock);
    expect((autumn?.until ?? 0) - (autumn?.from ?? 0)).toBe(10 * HOUR);
    expect(autumn?.until).toBe(local(2026, 10, 25, 7));
  });

  it('skip a period that falls into the skipped hour', () => {
    inZone('Europe/Berlin');
    const skipped = { from: 2 * 60 + 30, until: 3 * 60 };
    const found = quietTimeAt(daily(skipped), local(2026, 3, 29, 12), wallClock);
    expect(found).toEqual({ from: local(2026, 3, 28, 2, 30), until: local(2026, 3, 28, 3) });
  });

  it.each(['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Asia/Kathmandu', 'UTC'])(
    'are in force exactly in their local minutes, all year round (%s)',
    (zone) => {
      inZone(zone);
      const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
      const span = fc.option(fc.record({ from: minute, until: minute }));
      const yearStart = Date.UTC(2026, 0, 1);
      fc.assert(
        fc.property(
          fc.array(span, { minLength: 7, maxLength: 7 }),
          fc.integer({ min: 0, max: 365 * 24 * 60 }),
          (days, minutes) => {
            const at = yearStart + minutes * MINUTE;
            const found = quietTimeAt({ on: true, days }, at, wallClock);
            const isQuiet = found !== null && at >= found.from && at < found.until;
            // Around a clock change a span may be shortened or occur twice.
            const offsets = [at - DAY, at, at + DAY].map((moment) => new Date(moment).getTimezoneOffset());
            fc.pre(offsets.every((offset) => offset === offsets[0]));
            expect(isQuiet).toBe(shownQuiet(days, at));
            if (found !== null) expect(found.until).toBeGreaterThan(found.from);
          },
        ),
        { numRuns: 300 },
      );
    },
  );
});

/** Determines quiet time only from the local time shown. */
function shownQuiet(days: readonly (QuietSpan | null)[], at: number): boolean {
  const date = new Date(at);
  const today = (date.getDay() + 6) % 7;
  const minutes = date.getHours() * 60 + date.getMinutes();
  const span = days[today] ?? null;
  const last = days[(today + 6) % 7] ?? null;
  const inToday = span !== null && minutes >= span.from && (minutes < span.until || span.until <= span.from);
  const inLast = last !== null && last.until <= last.from && minutes < last.until;
  return inToday || inLast;
}
