import { DAY, type Instant } from './time.ts';

/** Part of a day in minutes since midnight (0–1439); if `until` is not after `from`, it ends the next day. */
export interface QuietSpan {
  readonly from: number;
  readonly until: number;
}

/** When notifications are held back. */
export interface QuietHours {
  readonly on: boolean;
  /** By the weekday on which they begin, Monday first; null for days without quiet hours. Always seven. */
  readonly days: readonly (QuietSpan | null)[];
}

/** The user's local clock. */
export interface WallClock {
  /** Returns the local date, month 1–12. */
  dateOf(at: Instant): { readonly year: number; readonly month: number; readonly day: number };
  /**
   * Returns when the local clock shows `minutes` since midnight of that date, UTC; days beyond the end of a month
   * continue in the next. Of a time that occurs twice the first is meant; a skipped time is shifted by the change of
   * the clock.
   */
  momentOf(year: number, month: number, day: number, minutes: number): Instant;
}

/** A period without notifications, in UTC. */
export interface QuietTime {
  readonly from: Instant;
  readonly until: Instant;
}

/** How many days back and ahead to examine: a week, and the night into it. */
const daysAround = 8;

/**
 * Returns the quiet time that contains `at`, else the last one within the week before it; null when there was none.
 * Spans that touch are merged. Each begins and ends by the local clock, however long a night with a clock change is.
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
