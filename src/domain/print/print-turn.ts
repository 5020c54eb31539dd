import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { isPrintTrouble, type PrintAlert, type PrintAlertEvent, type PrintAlertKind } from './print-alert.ts';
import { type PrintAlertState, printNotified } from './print-alert-state.ts';
import { isCrowdOfPrints, mergedFrom, printsSpentUntil, type ShownPrintAlert, withShown } from './print-budget.ts';
import { type PrintCandidate, printCandidatesOf } from './print-candidates.ts';

/** The result of one turn of alerting about prints. */
export interface PrintsNotified {
  readonly state: PrintAlertState;
  readonly alerts: readonly PrintAlert[];
  /** Printers whose print has to be checked out of turn, and from when (server time, UTC). */
  readonly wanted: ReadonlyMap<PrinterId, Instant>;
  /** When to run alerting again even without a response (server time, UTC); null for never. */
  readonly nextAt: Instant | null;
}

/** What was due before `until` was held back, and is checked again from `checkedFrom` on; both UTC. */
export interface HeldBack {
  readonly until: Instant;
  readonly checkedFrom: Instant;
}

/** One turn: collects alerts, printers to check and the time of the next turn. Used only in notify-prints.ts. */
export class PrintTurn {
  readonly #lastNotification: number;
  readonly #at: Instant;
  readonly #rules: Intervals;
  readonly #alerts: PrintAlert[] = [];
  readonly #wanted = new Map<PrinterId, Instant>();
  #nextAt: Instant | null = null;
  /** Printers with a notification in the last day, which alone may have used up their limit; null: not yet looked up. */
  #reported: ReadonlySet<PrinterId> | null = null;
  readonly #shownBefore: PrintAlertState['shown'];
  #state: PrintAlertState;

  constructor(state: PrintAlertState, lastNotification: number, at: Instant, intervals: Intervals) {
    this.#state = state;
    this.#shownBefore = state.shown;
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
  wanted(isWanted: (candidate: PrintCandidate) => boolean, notifiable: Iterable<PrinterId>): readonly PrintCandidate[] {
    const wanted: PrintCandidate[] = [];
    for (const id of notifiable) {
      const known = this.#state.printers[id];
      if (known === undefined) continue;
      for (const candidate of printCandidatesOf(id, known, this.#at, this.#rules)) {
        if (isWanted(candidate)) wanted.push(candidate);
        else if (candidate.isPast && isReady(candidate)) this.#state = printNotified(this.#state, candidate);
      }
    }
    return wanted;
  }

  /** Shows what is due of one kind: each separately, or together if they came together or there are too many. */
  show(kind: PrintAlertKind, candidates: readonly PrintCandidate[], quiet: HeldBack): void {
    const none = { ...shownAs(candidates), printers: [] };
    // As of before this turn: what became due together is shown together, although of several kinds.
    const mergedAt = none.again ? null : mergedFrom(this.#shownBefore, none.isTrouble, this.#at, this.#rules);
    const until = this.#spentUntil(none) ?? mergedAt;
    // While the app may show no more, their printers need no check.
    if (until !== null && this.#at < until) {
      this.checkAgainAt(until);
      return;
    }
    const open = candidates.filter((one) => this.#mayBeShown(one));
    const heldBack = mergedAt === null ? quiet : this.#collect(open, mergedAt, quiet);
    if (heldBack === null) return;
    const ready = open.filter((one) => this.#isToBeShown(one, heldBack));
    const [first] = ready;
    if (first === undefined) return;
    const { groupWait, confirm } = this.#rules;
    // Printers lose power together but are checked one after another.
    const isOnePower = kind === 'printer-not-answering' && this.#hasOthers(candidates, ready);
    const groupedAt = Math.min(...ready.map(({ dueAt }) => dueAt)) + groupWait + confirm;
    const isRestChecked = mergedAt === null || ready.length === open.length;
    const waitsUntil = Math.max(isOnePower ? groupedAt : 0, isRestChecked ? 0 : heldBack.checkedFrom + confirm);
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

  /**
   * Holds back what shares a notification until more may have come and the next one may be shown; then all of it is
   * checked at once. Returns null until then.
   */
  #collect(candidates: readonly PrintCandidate[], mergedAt: Instant, quiet: HeldBack): HeldBack | null {
    const seen = candidates.filter((one) => one.dueAt <= this.#at && isReady(one));
    if (seen.length === 0) return quiet;
    const collectedAt = Math.min(...seen.map(({ dueAt }) => dueAt)) + this.#rules.groupWait;
    const checkedFrom = Math.max(mergedAt, collectedAt, quiet.checkedFrom);
    if (this.#at >= checkedFrom) return { until: checkedFrom, checkedFrom };
    this.checkAgainAt(checkedFrom);
    return null;
  }

  /** Whether its own printer's limit allows it; if not, it must not hold back others. */
  #mayBeShown(candidate: PrintCandidate): boolean {
    this.#reported ??= new Set(this.#state.shown.flatMap(({ printers }) => printers));
    if (!this.#reported.has(candidate.printer)) return true;
    const until = this.#spentUntil(shownAs([candidate]));
    if (until !== null) this.checkAgainAt(until);
    return until === null;
  }

  #hasOthers(candidates: readonly PrintCandidate[], ready: readonly PrintCandidate[]): boolean {
    const [first] = ready;
    return candidates.some(
      (one) => !ready.includes(one) && Math.abs(one.since - (first?.since ?? 0)) <= 2 * this.#rules.printing,
    );
  }

  /** Whether a recent response confirmed it after it was due; if not, requests a check. */
  #isToBeShown(candidate: PrintCandidate, heldBack: HeldBack): boolean {
    const dueAt = candidate.dueAt < heldBack.until ? heldBack.checkedFrom : candidate.dueAt;
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
    const until = this.#spentUntil(shownAs(candidates));
    if (until !== null) {
      this.checkAgainAt(until);
      return;
    }
    const notification = this.#lastNotification + this.#alerts.length + 1;
    const printEvents = candidates.map(
      ({ printer, since, about, fileName, duration, words, noLogin, seenAt }): PrintAlertEvent => ({
        printer,
        since,
        about,
        fileName,
        duration,
        words,
        noLogin,
        seenAt,
      }),
    );
    this.#alerts.push({ kind, printEvents, notification, again: shownAs(candidates).again });
    for (const candidate of candidates) this.#state = printNotified(this.#state, candidate);
    this.#reported = null;
    const shown = withShown(this.#state.shown, { at: this.#at, ...shownAs(candidates) }, this.#rules);
    this.#state = { ...this.#state, shown };
  }

  #spentUntil(shown: Omit<ShownPrintAlert, 'at'>): Instant | null {
    return printsSpentUntil(this.#state.shown, shown, this.#at, this.#rules);
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
