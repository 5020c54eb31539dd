import { spreadOver } from '../alerts/spread.ts';
import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import {
  isPrintTrouble,
  type PrintAlert,
  type PrintAlertEvent,
  type PrintAlertKind,
  printAlertKinds,
} from './print-alert.ts';
import { type PrintAlertState, printNotified } from './print-alert-state.ts';
import { isCrowdOfPrints, mergedFrom, printsSpentUntil, type ShownPrintAlert, withShown } from './print-budget.ts';
import { type PrintAlerts, type PrintCandidate, printCandidatesOf } from './print-candidates.ts';

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

/** The result of one turn of alerting about prints. */
export interface PrintsNotified {
  readonly state: PrintAlertState;
  readonly alerts: readonly PrintAlert[];
  /** Printers whose print has to be checked out of turn, and from when (server time, UTC). */
  readonly wanted: ReadonlyMap<PrinterId, Instant>;
  /** When to run alerting again even without a response (server time, UTC); null for never. */
  readonly nextAt: Instant | null;
}

/**
 * Returns the notifications about prints due at `at` (server time, UTC), and the state after them. They are separate
 * from `alerts/notify.ts`: connection alerts begin and end, and are grouped by cause, while print alerts happen once.
 * So they need no open conditions or events, and have their own budgets (print-budget.ts). They are shown after the
 * connection alerts of the same turn, numbered from `lastNotification` on. Quiet time holds them back too, and
 * afterwards they are shown together. Only the printers in `candidates` are examined, see {@link mayNotifyOfPrint}.
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
  const candidates = turn.wanted(policy, notifiable);
  const quietUntil = policy.quietUntil ?? 0;
  if (at < quietUntil) {
    if (candidates.length > 0) turn.checkAgainAt(quietUntil);
    return turn.result();
  }
  const isShared = policy.isTimeOfDay && at < quietUntil + intervals.groupWait;
  const checkedFrom = quietUntil + (isShared ? spreadOver(intervals.groupWait, Object.keys(before.printers)) : 0);
  for (const again of [false, true]) {
    for (const kind of printAlertKinds) {
      const ofKind = candidates.filter((candidate) => candidate.kind === kind && candidate.again === again);
      // A printer that is off and one with a new access code have separate causes, although neither responds.
      for (const noLogin of [false, true]) {
        const alike = ofKind.filter((candidate) => candidate.noLogin === noLogin);
        if (alike.length > 0) turn.show(kind, alike, { until: quietUntil, checkedFrom });
      }
    }
  }
  return turn.result();
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

/** A quiet time that is over, UTC, and from when on its prints are checked again. */
interface QuietTime {
  readonly until: Instant;
  readonly checkedFrom: Instant;
}

/**
 * One turn: collects alerts, printers to check and the time of the next turn. Used only inside {@link notifyPrints}.
 */
class PrintTurn {
  readonly #lastNotification: number;
  readonly #at: Instant;
  readonly #rules: Intervals;
  readonly #alerts: PrintAlert[] = [];
  readonly #wanted = new Map<PrinterId, Instant>();
  #nextAt: Instant | null = null;
  #state: PrintAlertState;

  constructor(state: PrintAlertState, lastNotification: number, at: Instant, intervals: Intervals) {
    this.#state = state;
    this.#lastNotification = lastNotification;
    this.#at = at;
    this.#rules = intervals;
  }

  result(): PrintsNotified {
    return { state: this.#state, alerts: this.#alerts, wanted: this.#wanted, nextAt: this.#nextAt };
  }

  checkAgainAt(at: Instant): void {
    if (this.#nextAt === null || at < this.#nextAt) this.#nextAt = at;
  }

  /**
   * Returns the candidates that the user wants. Unwanted past ones are marked as reported, so that enabling their kind
   * later does not show them.
   */
  wanted(policy: PrintPolicy, notifiable: Iterable<PrinterId>): readonly PrintCandidate[] {
    const wanted: PrintCandidate[] = [];
    for (const id of notifiable) {
      const known = this.#state.printers[id];
      if (known === undefined) continue;
      for (const candidate of printCandidatesOf(id, known, this.#at, this.#rules)) {
        if (isWanted(candidate, policy)) wanted.push(candidate);
        else if (candidate.isPast && isReady(candidate)) this.#state = printNotified(this.#state, candidate);
      }
    }
    return wanted;
  }

  /** Shows what is due of one kind: each separately, or together if they came together or there are too many. */
  show(kind: PrintAlertKind, candidates: readonly PrintCandidate[], quiet: QuietTime): void {
    const none = { ...shownAs(candidates), printers: [] };
    const mergedAt = mergedFrom(this.#state.shown, none, this.#at, this.#rules);
    const until = printsSpentUntil(this.#state.shown, none, this.#at, this.#rules) ?? mergedAt;
    // While the app may show no more, their printers need no check.
    if (until !== null && this.#at < until) {
      this.checkAgainAt(until);
      return;
    }
    const ready = candidates.filter((one) => this.#isToBeShown(one, quiet));
    const [first] = ready;
    if (first === undefined) return;
    const { groupWait, confirm } = this.#rules;
    // Printers lose power together but are checked one after another.
    const isOnePower = kind === 'printer-not-answering' && this.#hasOthers(candidates, ready);
    const groupedAt = Math.min(...ready.map(({ dueAt }) => dueAt)) + groupWait + confirm;
    const isRestComing = mergedAt !== null && ready.length < candidates.length;
    const waitsUntil = Math.max(isOnePower ? groupedAt : 0, isRestComing ? mergedAt + confirm : 0);
    if (this.#at < waitsUntil) {
      this.checkAgainAt(waitsUntil);
      return;
    }
    const isTogether =
      kind === 'printer-not-answering' ||
      isCrowdOfPrints(this.#state.shown, none.isTrouble, ready.length, this.#at, this.#rules) ||
      (quiet.until !== 0 && ready.every(({ dueAt }) => dueAt < quiet.until));
    for (const group of isTogether ? [ready] : ready.map((one) => [one])) this.#notify(kind, group);
  }

  #hasOthers(candidates: readonly PrintCandidate[], ready: readonly PrintCandidate[]): boolean {
    const [first] = ready;
    return candidates.some(
      (one) => !ready.includes(one) && Math.abs(one.since - (first?.since ?? 0)) <= 2 * this.#rules.printing,
    );
  }

  /** Whether a recent response confirmed it after it was due; if not, requests a check. */
  #isToBeShown(candidate: PrintCandidate, quiet: QuietTime): boolean {
    const spentUntil = this.#spentUntil([candidate]);
    if (spentUntil !== null) {
      this.checkAgainAt(spentUntil);
      return false;
    }
    const dueAt = candidate.dueAt < quiet.until ? quiet.checkedFrom : candidate.dueAt;
    const confirmedAt = candidate.confirmedAt ?? 0;
    if (confirmedAt >= dueAt && this.#at - confirmedAt <= this.#rules.freshness) return true;
    this.#want(candidate.printer, Math.max(dueAt, this.#at));
    if (this.#at < dueAt) this.checkAgainAt(dueAt);
    // A past event that was seen twice stays true even if the printer no longer responds.
    const giveUpAt = dueAt + this.#rules.confirm;
    if (!candidate.isPast || confirmedAt < candidate.dueAt) return false;
    if (this.#at < giveUpAt) this.checkAgainAt(giveUpAt);
    return this.#at >= giveUpAt;
  }

  #want(printer: PrinterId, at: Instant): void {
    const before = this.#wanted.get(printer);
    if (before === undefined || at < before) this.#wanted.set(printer, at);
  }

  #notify(kind: PrintAlertKind, candidates: readonly PrintCandidate[]): void {
    const until = this.#spentUntil(candidates);
    if (until !== null) {
      this.checkAgainAt(until);
      return;
    }
    const notification = this.#lastNotification + this.#alerts.length + 1;
    const printEvents = candidates.map(
      ({ printer, since, about, fileName, duration, words, noLogin }): PrintAlertEvent => ({
        printer,
        since,
        about,
        fileName,
        duration,
        words,
        noLogin,
      }),
    );
    this.#alerts.push({ kind, printEvents, notification, again: shownAs(candidates).again });
    for (const candidate of candidates) this.#state = printNotified(this.#state, candidate);
    const shown = withShown(this.#state.shown, { at: this.#at, ...shownAs(candidates) }, this.#rules);
    this.#state = { ...this.#state, shown };
  }

  #spentUntil(candidates: readonly PrintCandidate[]): Instant | null {
    return printsSpentUntil(this.#state.shown, shownAs(candidates), this.#at, this.#rules);
  }
}

function isReady({ confirmedAt, dueAt }: PrintCandidate): boolean {
  return confirmedAt !== null && confirmedAt >= dueAt;
}

/** How a notification about these candidates, alike in kind, counts. */
function shownAs(candidates: readonly PrintCandidate[]): Omit<ShownPrintAlert, 'at'> {
  return {
    isTrouble: candidates.some(({ kind }) => isPrintTrouble[kind]),
    again: candidates.every(({ again }) => again),
    printers: candidates.map(({ printer }) => printer),
  };
}
