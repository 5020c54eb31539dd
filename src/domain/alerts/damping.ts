import type { Intervals } from '../intervals.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import type { KeptAlerts } from './alert-state.ts';

/** New notifications from one printer, over all kinds. An update in place does not count. */
const mostInHour = 4;
const mostInDay = 12;
/** From so many in a day on they come more seldom still. */
const manyInDay = 8;

/** New notifications of the whole app in an hour, and from how many on those of one kind are put together. */
const mostOfApp = 10;
const crowdedFrom = 7;

/** So many beginnings of one kind in an hour are a printer that keeps changing. */
const beginsUntilRepeated = 3;

/** Whether a printer may have a new notification. */
export type Budget =
  | { readonly kind: 'free' }
  /** The last one until it has been quiet for an hour: it says that this keeps happening. */
  | { readonly kind: 'last' }
  | { readonly kind: 'spent'; readonly until: Instant };

/**
 * The budget of one printer at `at` for news of `kind`. `quietSince` is when anything of it changed last. Of what happens
 * again and again the third beginning is the last: no end of it takes the notification that is kept for that.
 */
export function budgetOf(
  kept: KeptAlerts,
  kind: PrinterAlertKind,
  quietSince: Instant,
  at: Instant,
  rules: Budgets,
): Budget {
  const day = kept.notified.filter((one) => at - one.at < rules.dayBudgetTime);
  const hour = day.filter((one) => at - one.at < rules.hourBudgetTime);
  const begin = beginOf[kind];
  const begins = hour.filter((one) => one.kind === begin).length;
  const isRepeating = begins >= beginsUntilRepeated - 1;
  const isKept = isRepeating && kind !== begin;
  const moments = (those: typeof day) => those.map((one) => one.at);
  const freeAgain = Math.max(
    freedAt(moments(hour), mostInHour - (isKept ? 1 : 0), rules.hourBudgetTime, at),
    freedAt(moments(day), mostInDay - (isKept ? 1 : 0), rules.dayBudgetTime, at),
    isRepeated(kept, kind) ? quietSince + rules.hourBudgetTime : at,
  );
  if (freeAgain > at) return { kind: 'spent', until: freeAgain };
  return isRepeating && kind === begin ? { kind: 'last' } : { kind: 'free' };
}

/** Whether the user was notified that what `kind` is about keeps happening. */
export function isRepeated({ repeated }: KeptAlerts, kind: PrinterAlertKind): boolean {
  return repeated !== null && beginOf[repeated.kind] === beginOf[kind];
}

/** When the notification that something keeps changing may be changed again, to sum up what came since. */
export function summedUpAt(kept: KeptAlerts, updatedAt: Instant, at: Instant, rules: Budgets): Instant {
  const day = kept.notified.filter((one) => at - one.at < rules.dayBudgetTime);
  return updatedAt + (day.length >= manyInDay ? rules.repeatedGapOfDay : rules.repeatedGap);
}

/** The beginning that a kind belongs to; a beginning is its own. */
const beginOf: Readonly<Record<PrinterAlertKind, PrinterAlertKind>> = {
  disconnected: 'disconnected',
  recovered: 'disconnected',
  unstable: 'unstable',
  'reconnect-needed': 'reconnect-needed',
  'reconnect-healed': 'reconnect-needed',
  'perks-needed': 'perks-needed',
  'perks-restored': 'perks-needed',
  'update-needed': 'update-needed',
};

/** Until when a printer has no new notification, whatever about, UTC; null when it may. `moments` are those of the last day. */
export function printerSpentUntil(moments: readonly Instant[], at: Instant, rules: Budgets): Instant | null {
  const until = Math.max(
    freedAt(lately(moments, at, rules.hourBudgetTime), mostInHour, rules.hourBudgetTime, at),
    freedAt(lately(moments, at, rules.dayBudgetTime), mostInDay, rules.dayBudgetTime, at),
  );
  return until > at ? until : null;
}

/** Until when the whole app shows no new notification, UTC; null when it may. */
export function appSpentUntil(notifiedAt: readonly Instant[], at: Instant, rules: Budgets): Instant | null {
  const until = freedAt(lately(notifiedAt, at, rules.hourBudgetTime), mostOfApp, rules.hourBudgetTime, at);
  return until > at ? until : null;
}

/** Whether so much is going on that all news of one kind go into one notification. */
export function isCrowded(notifiedAt: readonly Instant[], at: Instant, rules: Budgets): boolean {
  return lately(notifiedAt, at, rules.hourBudgetTime).length >= crowdedFrom;
}

/** Those of `moments` that still count at `at`; the same array when all do. */
export function lately(moments: readonly Instant[], at: Instant, time: Milliseconds): readonly Instant[] {
  return moments.every((moment) => at - moment < time) ? moments : moments.filter((moment) => at - moment < time);
}

export type Budgets = Pick<Intervals, 'hourBudgetTime' | 'dayBudgetTime' | 'repeatedGap' | 'repeatedGapOfDay'>;

/** When fewer than `most` of `moments` count again. */
function freedAt(moments: readonly Instant[], most: number, time: Milliseconds, at: Instant): Instant {
  const oldest = moments.at(-most);
  return oldest === undefined ? at : oldest + time;
}
