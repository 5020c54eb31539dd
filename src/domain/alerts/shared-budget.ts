import type { Intervals } from '../intervals.ts';
import type { SharedBudget } from '../print/notify-prints.ts';
import type { PrintAlert } from '../print/print-alert.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { type AlertState, nothingKept, unseen } from './alert-state.ts';
import { lately } from './damping.ts';

/** Returns the notification budget that connection alerts leave for print alerts. */
export function sharedBudget({ printers, notifiedAt, lastNotification }: AlertState): SharedBudget {
  return {
    ofPrinter: (id) => (printers[id]?.kept.notified ?? []).map(({ at }) => at),
    notifiedAt,
    lastNotification,
  };
}

/** Returns the state after print notifications at `at` (server time, UTC); they count like all others. */
export function printsNotified(
  state: AlertState,
  alerts: readonly PrintAlert[],
  at: Instant,
  rules: Pick<Intervals, 'hourBudgetTime' | 'dayBudgetTime'>,
): AlertState {
  if (alerts.length === 0) return state;
  const printers = { ...state.printers };
  for (const id of alerts.flatMap(({ news }) => news.map(({ printer }): PrinterId => printer))) {
    const known = printers[id] ?? unseen(nothingKept);
    const lastDay = known.kept.notified.filter((one) => at - one.at < rules.dayBudgetTime);
    printers[id] = { ...known, kept: { ...known.kept, notified: [...lastDay, { at, kind: 'print' }] } };
  }
  const numbers = alerts.map(({ notification }) => notification);
  return {
    ...state,
    printers,
    lastNotification: Math.max(state.lastNotification, ...numbers),
    notifiedAt: [...lately(state.notifiedAt, at, rules.hourBudgetTime), ...Array.from(new Set(numbers), () => at)],
  };
}
