import { appSpentUntil, type Budgets, isCrowded, lately, printerSpentUntil } from '../alerts/damping.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';

/** A new notification about prints that was shown. */
export interface ShownPrintAlert {
  /** Server time, UTC. */
  readonly at: Instant;
  /** It asks the user to do something, and did not merely say how far a print is. */
  readonly isTrouble: boolean;
  readonly printers: readonly PrinterId[];
}

/** Of one printer in an hour and in a day. Short prints end often, and each end is what somebody waits for. */
const most = { trouble: { hour: 4, day: 12 }, progress: { hour: 6, day: 48 } } as const;

/**
 * Until when no notification about prints of these printers is shown, UTC; null when it may be. What asks the user to do
 * something, what does not, and what concerns connections (see alerts/damping.ts) is counted apart: a connection that comes
 * and goes, or ten prints that are done, never hold back that a print failed. A print is reported once, so there is little to damp.
 */
export function printsSpentUntil(
  shown: readonly ShownPrintAlert[],
  isTrouble: boolean,
  printers: readonly PrinterId[],
  at: Instant,
  rules: Budgets,
): Instant | null {
  const alike = shown.filter((one) => one.isTrouble === isTrouble);
  const limits = isTrouble ? most.trouble : most.progress;
  const until = [appSpentUntil(momentsOf(alike), at, rules)];
  for (const printer of printers) {
    const own = alike.filter((one) => one.printers.includes(printer));
    until.push(printerSpentUntil(momentsOf(own), at, rules, limits));
  }
  const moments = until.filter((one) => one !== null);
  return moments.length === 0 ? null : Math.max(...moments);
}

/** Whether so many are shown that all of one kind go into one notification. */
export function isCrowdOfPrints(
  shown: readonly ShownPrintAlert[],
  isTrouble: boolean,
  at: Instant,
  rules: Budgets,
): boolean {
  return isCrowded(momentsOf(shown.filter((one) => one.isTrouble === isTrouble)), at, rules);
}

/** Those of the last day, with a new one. */
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
