import type { HistoryRange } from '../../src/domain/history-view.ts';
import type { Instant } from '../../src/domain/time.ts';

export interface Tick {
  /** UTC */
  readonly at: Instant;
  /** Whether it is midnight. */
  readonly isMidnight: boolean;
}

const hoursApart = 6;
const daysApart: Readonly<Record<Exclude<HistoryRange, 'day'>, number>> = { week: 1, month: 7 };

/**
 * The times marked below a timeline, by the computer's local clock: every sixth hour of a day, every midnight of a week,
 * one midnight per week of a month. Days of 23 and 25 hours are handled by the clock.
 */
export function ticksOf(range: HistoryRange, from: Instant, to: Instant): readonly Tick[] {
  const ticks: Tick[] = [];
  const begin = new Date(from);
  if (range === 'day') {
    for (let hour = 0; hour <= 60; hour += hoursApart) {
      const at = new Date(begin.getFullYear(), begin.getMonth(), begin.getDate(), hour);
      if (at.getTime() > from && at.getTime() < to) ticks.push({ at: at.getTime(), isMidnight: at.getHours() === 0 });
    }
    return ticks;
  }
  const end = new Date(to);
  for (let back = 0; ; back += daysApart[range]) {
    const at = new Date(end.getFullYear(), end.getMonth(), end.getDate() - back).getTime();
    if (at <= from) return ticks.reverse();
    if (at < to) ticks.push({ at, isMidnight: true });
  }
}
