import { appSpentUntil, type Budgets, isCrowded, lately, printerSpentUntil } from '../alerts/damping.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';

/** A new notification about prints that was shown. */
export interface ShownPrintAlert {
  /** Server time, UTC. */
  readonly at: Instant;
  /** It needed an action, rather than reporting progress. */
  readonly isTrouble: boolean;
  /** Its problems had been reported before. */
  readonly again: boolean;
  readonly printers: readonly PrinterId[];
}

/** Limits per printer and hour, and per day. Short prints end often, and users wait for each end. */
const most = { trouble: { hour: 4, day: 12 }, progress: { hour: 6, day: 48 } } as const;

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
  const alike = shown.filter((one) => one.isTrouble === isTrouble && (again || !one.again));
  const limits = isTrouble ? most.trouble : most.progress;
  const until = [appSpentUntil(momentsOf(alike), at, rules)];
  for (const printer of printers) {
    const own = alike.filter((one) => one.printers.includes(printer));
    until.push(printerSpentUntil(momentsOf(own), at, rules, limits));
  }
  const moments = until.filter((one) => one !== null);
  return moments.length === 0 ? null : Math.max(...moments);
}

/** Whether so many were shown that all those of one kind are merged into one. */
export function isCrowdOfPrints(
  shown: readonly ShownPrintAlert[],
  isTrouble: boolean,
  at: Instant,
  rules: Budgets,
): boolean {
  return isCrowded(momentsOf(shown.filter((one) => one.isTrouble === isTrouble && !one.again)), at, rules);
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
