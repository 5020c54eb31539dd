import { DAY, type Instant } from './time.ts';

/** A stretch of the day in minutes since midnight (0–1439); one that does not end later than it begins ends the next day. */
export interface QuietSpan {
  readonly from: number;
  readonly until: number;
}

/** When notifications wait. */
export interface QuietHours {
  readonly on: boolean;
  /** By the weekday on which they begin, Monday first; null on days without any. Always seven. */
  readonly days: readonly (QuietSpan | null)[];
}

/** The clock on the user's wall. */
export interface WallClock {
  /** The date there, month 1–12. */
  dateOf(at: Instant): { readonly year: number; readonly month: number; readonly day: number };
  /**
   * When that clock shows `minutes` since midnight of that date, UTC; days beyond the end of a month go on in the next.
   * Of a time that comes twice the first is meant; one that is skipped comes as much later as the clock is put forward.
   */
  momentOf(year: number, month: number, day: number, minutes: number): Instant;
}

/** A time without notifications, in UTC. */
export interface QuietTime {
  readonly from: Instant;
  readonly until: Instant;
}

/** How many days back and ahead are looked at: a week, and the night into it. */
const daysAround = 8;

/**
 * The quiet time that `at` is in, else the last one before it within a week; null when there was none. Stretches that
 * touch are one. Each begins and ends when the wall clock says so, however long the night is when clocks are changed.
 */
export function quietTimeAt(hours: QuietHours, at: Instant, clock: WallClock): QuietTime | null {
  if (!hours.on) return null;
  let found: QuietTime | null = null;
  for (const time of quietTimesAround(hours, at, clock)) {
    const touches: boolean = found !== null && time.from <= found.until;
    if (time.from > at && !touches) break;
    const from: Instant = touches && found !== null ? found.from : time.from;
    const until: Instant = touches && found !== null ? Math.max(found.until, time.until) : time.until;
    found = { from, until };
  }
  return found;
}

/** In order of their beginning. */
function quietTimesAround(hours: QuietHours, at: Instant, clock: WallClock): readonly QuietTime[] {
  const { year, month, day } = clock.dateOf(at);
  const today = weekday(year, month, day);
  const times: QuietTime[] = [];
  for (let offset = -daysAround; offset <= daysAround; offset += 1) {
    const span = hours.days[(today + offset + 2 * 7) % 7] ?? null;
    if (span === null) continue;
    const from = clock.momentOf(year, month, day + offset, span.from);
    const until = clock.momentOf(year, month, day + offset + (span.until > span.from ? 0 : 1), span.until);
    if (until > from) times.push({ from, until });
  }
  return times;
}

/** 0 is Monday. */
function weekday(year: number, month: number, day: number): number {
  const daysSinceMonday = Math.floor(Date.UTC(year, month - 1, day) / DAY) + 3;
  return ((daysSinceMonday % 7) + 7) % 7;
}
