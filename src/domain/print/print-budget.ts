import { appSpentUntil, type Budgets, crowdedFrom, lately, printerSpentUntil } from '../alerts/damping.ts';
import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';

/** A new notification about prints that was shown. */
export interface ShownPrintAlert {
  /** Server time, UTC. One far ahead is from a time when that was wrong, and doesn't count. */
  readonly at: Instant;
  /** It needed an action, rather than reporting progress. */
  readonly isTrouble: boolean;
  /** Its problems had been reported before. */
  readonly again: boolean;
  readonly printers: readonly PrinterId[];
}

/** Limits per printer and hour, and per day. Short prints end often, and users wait for each end. */
const most = { trouble: { hour: 4, day: 12 }, progress: { hour: 6, day: 48 } } as const;

/** How many times as long each merged notification waits as the one before. */
const longer = 3;

/**
 * Returns until when no print notification may be shown for these printers, UTC; null when one may. Notifications that
 * need an action, those that do not, and those about connections (see alerts/damping.ts) are counted separately: an
 * unstable connection, or ten finished prints, never suppress a failed one. Each print is reported once, so little
 * damping is needed. Repeated notifications are counted only against repeated ones.
 */
export function printsSpentUntil(
  shown: readonly ShownPrintAlert[],
  { isTrouble, again, printers }: Omit<ShownPrintAlert, 'at'>,
  at: Instant,
  rules: Budgets,
): Instant | null {
  const alike = shown.filter(
    (one) => one.isTrouble === isTrouble && (again || !one.again) && one.at <= at + rules.hourBudgetTime,
  );
  const limits = isTrouble ? most.trouble : most.progress;
  const until = [appSpentUntil(momentsOf(alike), at, rules)];
  for (const printer of printers) {
    const own = alike.filter((one) => one.printers.includes(printer));
    until.push(printerSpentUntil(momentsOf(own), at, rules, limits));
  }
  const moments = until.filter((one) => one !== null);
  return moments.length === 0 ? null : Math.max(...moments);
}

/** Whether with `count` more there would be so many that all those of one kind are merged into one. */
export function isCrowdOfPrints(
  shown: readonly ShownPrintAlert[],
  isTrouble: boolean,
  count: number,
  at: Instant,
  rules: Budgets,
): boolean {
  return newOnes(shown, isTrouble, at, rules).length + count > crowdedFrom;
}

/**
 * Returns from when on the next notification may be shown, UTC, once all those of one kind are merged into one; null
 * before that. Each waits longer than the one before: what happens to many printers within minutes must not use up all
 * notifications of the hour.
 */
export function mergedFrom(
  shown: readonly ShownPrintAlert[],
  isTrouble: boolean,
  at: Instant,
  rules: Budgets & Pick<Intervals, 'groupWait'>,
): Instant | null {
  const moments = newOnes(shown, isTrouble, at, rules);
  const last = moments.at(-1);
  const merged = moments.length - crowdedFrom;
  if (last === undefined || merged < 0) return null;
  // The wait becomes shorter with each one that no longer counts.
  const waits = moments.slice(0, merged + 1).map((_, dropped) => {
    const droppedAt = dropped === 0 ? 0 : (moments[dropped - 1] ?? 0) + rules.hourBudgetTime;
    return Math.max(droppedAt, last + rules.groupWait * longer ** (merged - dropped));
  });
  return Math.min(...waits);
}

function newOnes(shown: readonly ShownPrintAlert[], isTrouble: boolean, at: Instant, rules: Budgets) {
  const alike = shown.filter((one) => one.isTrouble === isTrouble && !one.again && one.at <= at + rules.hourBudgetTime);
  return lately(momentsOf(alike), at, rules.hourBudgetTime);
}

/** Returns the notifications of the last day plus a new one. */
export function withShown(
  shown: readonly ShownPrintAlert[],
  added: ShownPrintAlert,
  { dayBudgetTime }: Pick<Budgets, 'dayBudgetTime'>,
): readonly ShownPrintAlert[] {
  const still = new Set(lately(momentsOf(shown), added.at, dayBudgetTime));
  return [...shown.filter(({ at }) => still.has(at)), added];
}

function momentsOf(shown: readonly ShownPrintAlert[]): readonly Instant[] {
  return shown.map(({ at }) => at);
}
