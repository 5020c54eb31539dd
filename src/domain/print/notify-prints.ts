import { spreadOver } from '../alerts/spread.ts';
import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { type PrintAlertKind, printAlertKinds } from './print-alert.ts';
import type { PrintAlertState } from './print-alert-state.ts';
import { type PrintAlerts, type PrintCandidate, printCandidatesOf } from './print-candidates.ts';
import { type PrintsNotified, PrintTurn } from './print-turn.ts';

/** What the user wants to be notified about for prints, and when. */
export interface PrintPolicy {
  readonly kinds: Readonly<Record<PrintAlertKind, boolean>>;
  readonly muted: ReadonlySet<PrinterId>;
  /** Switched off on purpose: nothing is reported. */
  readonly off: ReadonlySet<PrinterId>;
  /** Often switched off: not responding is not a problem. */
  readonly oftenOff: ReadonlySet<PrinterId>;
  /** The end of the current quiet time, or of the last one, UTC; null when there was none recently. */
  readonly quietUntil: Instant | null;
  /** Whether that is the end of quiet hours: for many users the same, unlike that of a snooze. */
  readonly isTimeOfDay: boolean;
}

/**
 * Returns the notifications about prints due at `at` (server time, UTC), and the state after them. They are separate
 * from `alerts/notify.ts`: connection alerts begin and end, and are grouped by cause, while print alerts happen once.
 * So they need no open conditions or events, and have their own budgets (print-budget.ts). They are shown after the
 * connection alerts of the same turn, numbered from `lastNotification` on. Quiet time holds them back too, and
 * afterwards they are shown together. Only the printers in `notifiable` are examined, see {@link mayNotifyOfPrint}.
 */
export function notifyPrints(
  before: PrintAlertState,
  lastNotification: number,
  at: Instant,
  intervals: Intervals,
  policy: PrintPolicy,
  notifiable: Iterable<PrinterId> = Object.keys(before.printers),
): PrintsNotified {
  const turn = new PrintTurn(before, lastNotification, at, intervals);
  const candidates = turn.wanted((one) => isWanted(one, policy), notifiable);
  const quietUntil = policy.quietUntil ?? 0;
  if (at < quietUntil) {
    if (candidates.length > 0) turn.checkAgainAt(quietUntil);
    return turn.result();
  }
  const isShared = policy.isTimeOfDay && at < quietUntil + intervals.groupWait;
  const checkedFrom = quietUntil + (isShared ? spreadOver(intervals.groupWait, Object.keys(before.printers)) : 0);
  for (const those of byPrint(candidates, before)) {
    for (const alike of groupedInOrder(those)) {
      const [{ kind }] = alike;
      turn.show(kind, alike, { until: quietUntil, checkedFrom });
    }
  }
  return turn.result();
}

type Alike = readonly [PrintCandidate, ...PrintCandidate[]];

/** Groups what may share a notification. What needs an action comes last: the last one stays on the screen. */
function groupedInOrder(candidates: readonly PrintCandidate[]): readonly Alike[] {
  return [false, true].flatMap((again) =>
    printAlertKinds.toReversed().flatMap((kind) =>
      // A printer that is off and one with a new access code have separate causes, although neither responds.
      [false, true].flatMap((noLogin) => {
        const alike = candidates.filter((one) => one.kind === kind && one.again === again && one.noLogin === noLogin);
        const [first, ...others] = alike;
        return first === undefined ? [] : [[first, ...others] as const];
      }),
    ),
  );
}

/** Splits off what is about a printer's former print if there is something about its latest one too. */
function byPrint(candidates: readonly PrintCandidate[], { printers }: PrintAlertState) {
  const isOfFormer = ({ printer, once }: PrintCandidate) => printers[printer]?.status.former?.seenAt === once;
  const withLater = new Set(candidates.filter((one) => !isOfFormer(one)).map(({ printer }) => printer));
  const isOutdated = (one: PrintCandidate) => isOfFormer(one) && withLater.has(one.printer);
  return [candidates.filter(isOutdated), candidates.filter((one) => !isOutdated(one))] as const;
}

/**
 * Whether anything about a printer's prints may have to be shown, or marked as reported, at `at` or later, as long as
 * there is no new response and the policy stays the same.
 */
export function mayNotifyOfPrint(
  id: PrinterId,
  known: PrintAlerts,
  at: Instant,
  intervals: Intervals,
  policy: PrintPolicy,
): boolean {
  return printCandidatesOf(id, known, at, intervals).some((one) => one.isPast || isWanted(one, policy));
}

function isWanted({ printer, kind, noLogin }: PrintCandidate, { kinds, muted, off, oftenOff }: PrintPolicy): boolean {
  if (!kinds[kind] || muted.has(printer) || off.has(printer)) return false;
  return kind !== 'printer-not-answering' || noLogin || !oftenOff.has(printer);
}
