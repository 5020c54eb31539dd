import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import {
  isPrintTrouble,
  type PrintAlert,
  type PrintAlertKind,
  type PrintNews,
  printAlertKinds,
} from './print-alert.ts';
import { type PrintAlertState, printNotified } from './print-alert-state.ts';
import { isCrowdOfPrints, printsSpentUntil, withShown } from './print-budget.ts';
import { type PrintAlerts, type PrintCandidate, printCandidatesOf } from './print-candidates.ts';

/** What the user wants to be notified of about prints, and when. */
export interface PrintPolicy {
  readonly kinds: Readonly<Record<PrintAlertKind, boolean>>;
  readonly muted: ReadonlySet<PrinterId>;
  /** Switched off on purpose: nothing of it is news. */
  readonly off: ReadonlySet<PrinterId>;
  /** Often switched off: that it does not answer is no trouble. */
  readonly oftenOff: ReadonlySet<PrinterId>;
  /** The end of the present time without notifications, or of the last one, UTC; null when there was none lately. */
  readonly quietUntil: Instant | null;
}

/** What is to happen about prints at a moment. */
export interface PrintsNotified {
  readonly state: PrintAlertState;
  readonly alerts: readonly PrintAlert[];
  /** Printers whose print is to be asked about out of turn, and from when on (server time, UTC). */
  readonly wanted: ReadonlyMap<PrinterId, Instant>;
  /** When to look again even if no answer comes (server time, UTC). */
  readonly nextAt: Instant | null;
}

/**
 * What the user is to be notified of about prints at `at` (server time, UTC), and the state after that. These are no candidates
 * of `alerts/notify.ts`: what is reported of a connection begins and ends, and gathers printers by their cause; what is reported of a
 * print happens once. So they need no open conditions and no events, and have budgets of their own (print-budget.ts). They are
 * shown after those about connections in the same turn and count on from `lastNotification`. Times without notifications hold them back just the same, and what was held is shown together. Only the printers of `newsworthy` are looked
 * at, see {@link mayHavePrintNews}.
 */
export function notifyPrints(
  before: PrintAlertState,
  lastNotification: number,
  at: Instant,
  rules: Intervals,
  policy: PrintPolicy,
  newsworthy: Iterable<PrinterId> = Object.keys(before.printers),
): PrintsNotified {
  const turn = new PrintTurn(before, lastNotification, at, rules);
  const candidates = turn.wanted(policy, newsworthy);
  const quietUntil = policy.quietUntil ?? 0;
  if (at < quietUntil) {
    if (candidates.length > 0) turn.lookAgainAt(quietUntil);
    return turn.result();
  }
  for (const kind of printAlertKinds) {
    const ofKind = candidates.filter((candidate) => candidate.kind === kind);
    // A printer that is off and one with a new access code have nothing in common but that they do not answer.
    for (const noLogin of [false, true]) {
      const alike = ofKind.filter((candidate) => candidate.noLogin === noLogin);
      if (alike.length > 0) turn.show(kind, alike, quietUntil);
    }
  }
  return turn.result();
}

/**
 * Whether there is anything of a printer's prints that may have to be shown or passed over, at `at` or later, as long as no
 * answer comes and the user wants the same.
 */
export function mayHavePrintNews(
  id: PrinterId,
  known: PrintAlerts,
  at: Instant,
  rules: Intervals,
  policy: PrintPolicy,
): boolean {
  return printCandidatesOf(id, known, at, rules).some((one) => one.isPast || isWanted(one, policy));
}

function isWanted({ printer, kind, noLogin }: PrintCandidate, { kinds, muted, off, oftenOff }: PrintPolicy): boolean {
  if (!kinds[kind] || muted.has(printer) || off.has(printer)) return false;
  return kind !== 'printer-not-answering' || noLogin || !oftenOff.has(printer);
}

/** One turn: collects what is shown, whom to ask and when to look again. It lives within {@link notifyPrints} only. */
class PrintTurn {
  readonly #lastNotification: number;
  readonly #at: Instant;
  readonly #rules: Intervals;
  readonly #alerts: PrintAlert[] = [];
  readonly #wanted = new Map<PrinterId, Instant>();
  #nextAt: Instant | null = null;
  #state: PrintAlertState;

  constructor(state: PrintAlertState, lastNotification: number, at: Instant, rules: Intervals) {
    this.#state = state;
    this.#lastNotification = lastNotification;
    this.#at = at;
    this.#rules = rules;
  }

  result(): PrintsNotified {
    return { state: this.#state, alerts: this.#alerts, wanted: this.#wanted, nextAt: this.#nextAt };
  }

  lookAgainAt(at: Instant): void {
    if (this.#nextAt === null || at < this.#nextAt) this.#nextAt = at;
  }

  /** What the user wants to hear. What is over and not wanted is passed over, so that it is no news once it is wanted. */
  wanted(policy: PrintPolicy, newsworthy: Iterable<PrinterId>): readonly PrintCandidate[] {
    const wanted: PrintCandidate[] = [];
    for (const id of newsworthy) {
      const known = this.#state.printers[id];
      if (known === undefined) continue;
      for (const candidate of printCandidatesOf(id, known, this.#at, this.#rules)) {
        if (isWanted(candidate, policy)) wanted.push(candidate);
        else if (candidate.isPast && isReady(candidate)) this.#state = printNotified(this.#state, candidate);
      }
    }
    return wanted;
  }

  /** Shows what of one kind is due: each separately, or together what came together or comes in a crowd. */
  show(kind: PrintAlertKind, candidates: readonly PrintCandidate[], quietUntil: Instant): void {
    const ready = candidates.filter((one) => this.#isToBeShown(one, quietUntil));
    const [first] = ready;
    if (first === undefined) return;
    const { gather, confirm } = this.#rules;
    const gatheredAt = Math.min(...ready.map(({ dueAt }) => dueAt)) + gather + confirm;
    // Printers lose their power together, and are asked one after the other.
    if (kind === 'printer-not-answering' && this.#at < gatheredAt && this.#hasOthers(candidates, ready)) {
      this.lookAgainAt(gatheredAt);
      return;
    }
    const isTogether =
      kind === 'printer-not-answering' ||
      isCrowdOfPrints(this.#state.shown, isPrintTrouble[kind], this.#at, this.#rules) ||
      (quietUntil !== 0 && ready.every(({ dueAt }) => dueAt < quietUntil));
    for (const group of isTogether ? [ready] : ready.map((one) => [one])) this.#notify(kind, group);
  }

  #hasOthers(candidates: readonly PrintCandidate[], ready: readonly PrintCandidate[]): boolean {
    const [first] = ready;
    return candidates.some(
      (one) => !ready.includes(one) && Math.abs(one.since - (first?.since ?? 0)) <= 2 * this.#rules.printing,
    );
  }

  /** Confirmed by an answer after it was due, no longer ago than what is shown may be; else that answer is asked for. */
  #isToBeShown(candidate: PrintCandidate, quietUntil: Instant): boolean {
    const dueAt = Math.max(candidate.dueAt, quietUntil);
    const confirmedAt = candidate.confirmedAt ?? 0;
    if (confirmedAt >= dueAt && this.#at - confirmedAt <= this.#rules.freshness) return true;
    this.#want(candidate.printer, Math.max(dueAt, this.#at));
    if (this.#at < dueAt) this.lookAgainAt(dueAt);
    // What was seen twice and is over does not become untrue when the printer is not there to be asked any more.
    const giveUpAt = dueAt + this.#rules.confirm;
    if (!candidate.isPast || confirmedAt < candidate.dueAt) return false;
    if (this.#at < giveUpAt) this.lookAgainAt(giveUpAt);
    return this.#at >= giveUpAt;
  }

  #want(printer: PrinterId, at: Instant): void {
    const before = this.#wanted.get(printer);
    if (before === undefined || at < before) this.#wanted.set(printer, at);
  }

  #notify(kind: PrintAlertKind, candidates: readonly PrintCandidate[]): void {
    const isTrouble = isPrintTrouble[kind];
    const printers = candidates.map(({ printer }) => printer);
    const until = printsSpentUntil(this.#state.shown, isTrouble, printers, this.#at, this.#rules);
    if (until !== null) {
      this.lookAgainAt(until);
      return;
    }
    const notification = this.#lastNotification + this.#alerts.length + 1;
    const news = candidates.map(
      ({ printer, since, about, fileName, duration, words, noLogin }): PrintNews => ({
        printer,
        since,
        about,
        fileName,
        duration,
        words,
        noLogin,
      }),
    );
    this.#alerts.push({ kind, news, notification });
    for (const candidate of candidates) this.#state = printNotified(this.#state, candidate);
    const shown = withShown(this.#state.shown, { at: this.#at, isTrouble, printers }, this.#rules);
    this.#state = { ...this.#state, shown };
  }
}

function isReady({ confirmedAt, dueAt }: PrintCandidate): boolean {
  return confirmedAt !== null && confirmedAt >= dueAt;
}
