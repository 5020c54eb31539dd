import type { Intervals } from '../intervals.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import type { KeptAlerts } from './alert-state.ts';

/** Limits on new notifications for one printer, of all kinds together. An update in place does not count. */
const mostInHour = 4;
const mostInDay = 12;
/** From this many in a day on, they become even rarer. */
const manyInDay = 8;

/** Limit on new notifications of the whole app per hour, and from how many on those of one kind are merged. */
const mostOfApp = 10;
export const crowdedFrom = 7;

/** With this many beginnings of one kind in an hour, a printer counts as changing repeatedly. */
const beginsUntilRepeated = 3;

/** Whether a printer may have a new notification. */
export type Budget =
  | { readonly kind: 'free' }
  /** The last one until it has been quiet for an hour; it reports that this keeps happening. */
  | { readonly kind: 'last' }
  | { readonly kind: 'spent'; readonly until: Instant };

/**
 * Returns the budget of one printer at `at` for a notification of `kind`. `quietSince` is its last change of any kind.
 * When something keeps happening within an hour, its third beginning is the last one reported; when it does within a
 * day, the last one that the day allows. One notification is reserved for that, and no end may use it up.
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
  const begins = day.filter((one) => one.kind === begin);
  const isRepeatingInHour = begins.filter((one) => at - one.at < rules.unstableTime).length >= beginsUntilRepeated - 1;
  const isLastOfDay = begins.length >= beginsUntilRepeated - 1 && day.length >= mostInDay - 1;
  const isRepeating = isRepeatingInHour || isLastOfDay;
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

/** Whether a printer has had all new notifications of a day. */
export function isDaySpent({ notified }: KeptAlerts, at: Instant, rules: Budgets): boolean {
  return notified.filter((one) => at - one.at < rules.dayBudgetTime).length >= mostInDay;
}

/** Whether the user was notified that changes of this kind keep happening. */
export function isRepeated({ repeated }: KeptAlerts, kind: PrinterAlertKind): boolean {
  return repeated !== null && beginOf[repeated.kind] === beginOf[kind];
}

/** Returns how long to wait between updates of the notification that something keeps changing. */
export function repeatedGapOf({ notified }: KeptAlerts, at: Instant, rules: Budgets): Milliseconds {
  const day = notified.filter((one) => at - one.at < rules.dayBudgetTime);
  return day.length >= manyInDay ? rules.repeatedGapOfDay : rules.repeatedGap;
}

/** The beginning that each kind belongs to; beginnings map to themselves. */
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

/**
 * Returns until when a printer may have no new notification, UTC; null when it may. `moments` are those of the last
 * day.
 */
export function printerSpentUntil(
  moments: readonly Instant[],
  at: Instant,
  rules: Budgets,
  most: { readonly hour: number; readonly day: number },
): Instant | null {
  const until = Math.max(
    freedAt(lately(moments, at, rules.hourBudgetTime), most.hour, rules.hourBudgetTime, at),
    freedAt(lately(moments, at, rules.dayBudgetTime), most.day, rules.dayBudgetTime, at),
  );
  return until > at ? until : null;
}

/** Returns until when the app may show no new notification, UTC; null when it may. */
export function appSpentUntil(notifiedAt: readonly Instant[], at: Instant, rules: Budgets): Instant | null {
  const until = freedAt(lately(notifiedAt, at, rules.hourBudgetTime), mostOfApp, rules.hourBudgetTime, at);
  return until > at ? until : null;
}

/** Whether so many notifications were shown that all those of one kind are merged into one. */
export function isCrowded(notifiedAt: readonly Instant[], at: Instant, rules: Budgets): boolean {
  return lately(notifiedAt, at, rules.hourBudgetTime).length >= crowdedFrom;
}

/** Returns those of `moments` that still count at `at`; the same array when all do. */
export function lately(moments: readonly Instant[], at: Instant, time: Milliseconds): readonly Instant[] {
  return moments.every((moment) => at - moment < time) ? moments : moments.filter((moment) => at - moment < time);
}

export type Budgets = Pick<
  Intervals,
  'hourBudgetTime' | 'dayBudgetTime' | 'unstableTime' | 'repeatedGap' | 'repeatedGapOfDay'
>;

/** Returns when fewer than `most` of `moments` will still count. */
function freedAt(moments: readonly Instant[], most: number, time: Milliseconds, at: Instant): Instant {
  const oldest = moments.at(-most);
  return oldest === undefined ? at : oldest + time;
}
