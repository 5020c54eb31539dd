import type { History } from './spans.ts';
import { DAY, type Instant, type Milliseconds } from './time.ts';
import { type Segment, segments, uptime } from './uptime.ts';

/** The time ranges that the window offers. */
export type HistoryRange = 'day' | 'week' | 'month';

export const rangeLengths: Readonly<Record<HistoryRange, Milliseconds>> = { day: DAY, week: 7 * DAY, month: 30 * DAY };

/** A printer's history in a period that ends now. */
export interface PeriodView {
  /** UTC, like `to`. */
  readonly from: Instant;
  readonly to: Instant;
  /** The whole period in order, without gaps; where nothing is known the state is `unknown`. */
  readonly segments: readonly Segment[];
  /** Connected time as a fraction of the known time, 0–1; null when nothing is known. */
  readonly uptimeRatio: number | null;
  /** Times without a connection, cut to the period: how many, their total length and the longest. */
  readonly outages: { readonly count: number; readonly total: Milliseconds; readonly longest: Milliseconds };
}

/** Everything the window shows of a printer's history. */
export interface PrinterHistory {
  /** When the history begins, UTC; null when there is none. */
  readonly knownSince: Instant | null;
  readonly periods: Readonly<Record<HistoryRange, RangeView>>;
}

export interface RangeView extends PeriodView {
  /** How many outages began in each hour of the day (0–23, by the user's clock). */
  readonly byHour: readonly number[];
}

/**
 * Returns a printer's history in the last `length` ms before `now`. The last known state is extended to `now` if it was
 * seen no longer than `mergeGap` ago.
 */
export function periodOf(history: History, now: Instant, length: Milliseconds, mergeGap: Milliseconds): PeriodView {
  const from = now - length;
  const known = untilNow(history, now, mergeGap);
  const { uptimeRatio, outages } = uptime(known, from, now);
  const lengths = outages.map((loss) => loss.to - loss.from);
  return {
    from,
    to: now,
    segments: segments(known, from, now),
    uptimeRatio,
    outages: {
      count: outages.length,
      total: lengths.reduce((sum, one) => sum + one, 0),
      longest: lengths.reduce((most, one) => Math.max(most, one), 0),
    },
  };
}

/** Returns all periods that end now; `hourOf` returns the hour of the day (0–23) by the user's clock. */
export function historyViewOf(
  history: History,
  now: Instant,
  mergeGap: Milliseconds,
  hourOf: (at: Instant) => number,
): PrinterHistory {
  const period = (range: HistoryRange): RangeView => {
    const view = periodOf(history, now, rangeLengths[range], mergeGap);
    const byHour = Array.from({ length: 24 }, () => 0);
    for (const { state, from } of history) {
      // An outage that was already under way did not begin in this period.
      if (state !== 'disconnected' || from < view.from || from >= now) continue;
      const hour = hourOf(from);
      byHour[hour] = (byHour[hour] ?? 0) + 1;
    }
    return { ...view, byHour };
  };
  return {
    knownSince: history[0]?.from ?? null,
    periods: { day: period('day'), week: period('week'), month: period('month') },
  };
}

/** Returns the history with its last known state extended to `now`, if it was seen no longer than `mergeGap` ago. */
export function untilNow(history: History, now: Instant, mergeGap: Milliseconds): History {
  const last = history.at(-1);
  if (last === undefined || last.to >= now || now - last.to > mergeGap) return history;
  return [...history.slice(0, -1), { ...last, to: now }];
}
