import type { Intervals } from '../intervals.ts';
import type { NotificationPolicy } from '../notification-policy.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { type Alert, type PrinterAlertKind, printerAlertKinds } from './alert.ts';
import { groupAlerts } from './alert-group.ts';
import { type AlertState, isStanding, type PrinterAlerts } from './alert-state.ts';
import { isWanted, topicOf } from './alert-topics.ts';
import { type Candidate, candidatesOf, isEnd, isFresh, isReady, refusalsBelievedFrom } from './candidates.ts';
import { appSpentUntil, isCrowded, isRepeated, lately, repeatedGapOf } from './damping.ts';
import { type AlertEvent, openEventFor } from './events.ts';
import { showHeld } from './held.ts';
import { mayNotify } from './may-notify.ts';
import { isFreshOf, serviceAlertOf, serviceNotified } from './service-alerts.ts';
import { Turn } from './turn.ts';

/** The result of one turn of alerting. */
export interface Notified {
  readonly state: AlertState;
  /** One element per notification: one alert, or several that were held back during quiet time. */
  readonly notifications: readonly (readonly Alert[])[];
  /** Printers to check out of turn, and from when (server time, UTC). */
  readonly wanted: ReadonlyMap<PrinterId, Instant>;
  /** Check any printer at once: only a response shows whether the service is still unreachable. */
  readonly askAny: boolean;
  /** When to run alerting again even without a response (server time, UTC); null for never. */
  readonly nextAt: Instant | null;
}

/**
 * Returns the notifications due at `at` (server time, UTC) under the policy, and the state after them. `among` limits
 * the work to the printers for which {@link mayNotify}, in the order of the state; by default all are examined.
 */
export function notify(
  before: AlertState,
  at: Instant,
  intervals: Intervals,
  policy: NotificationPolicy,
  among: readonly PrinterId[] = Object.keys(before.printers),
): Notified {
  const turn = new Turn(before, at, intervals, policy);
  const candidates = wantedCandidates(turn, among);
  for (const one of candidates) if (isReady(one)) turn.noteEnding(one);
  checkAcceptance(turn);
  passOverService(turn);
  const quietUntil = policy.quietUntil ?? 0;
  if (at < quietUntil) {
    turn.checkAgainAt(quietUntil);
    for (const candidate of candidates) if (isEnd(candidate.kind) && isReady(candidate)) turn.noteOver(candidate);
    noteServiceOver(turn);
  } else {
    const others = showHeld(turn, candidates, quietUntil);
    for (const kind of printerAlertKinds) {
      const ofKind = others.filter((candidate) => candidate.kind === kind);
      if (ofKind.length > 0 || turn.state.groups.some((group) => group.kind === kind)) {
        showKind(turn, kind, ofKind);
      }
    }
    showService(turn);
  }
  const { state, notifications, wanted, askAny, nextAt } = turn;
  return { state, notifications, wanted, askAny, nextAt };
}

/**
 * Returns the candidates that the user wants to be notified about. An unwanted end is marked as reported without being
 * shown; otherwise the next beginning would not be news. An unwanted beginning stays pending and is shown if the user
 * enables it while it lasts.
 */
function wantedCandidates(turn: Turn, among: readonly PrinterId[]): readonly Candidate[] {
  const { at, intervals, policy } = turn;
  const busy: [PrinterId, PrinterAlerts][] = [];
  let anyRefused = false;
  for (const id of among) {
    const printer = turn.printer(id);
    if (!mayNotify(printer)) continue;
    turn.endRepetition(id);
    busy.push([id, turn.printer(id)]);
    anyRefused ||= printer.run?.kind === 'refused' && !isStanding(printer.kept.open.refused);
  }
  if (!anyRefused && turn.state.refusals !== null) turn.state = { ...turn.state, refusals: null };
  const believedFrom = refusalsBelievedFrom(turn.state, at, intervals);
  const wanted: Candidate[] = [];
  for (const [id, printer] of busy) {
    for (const candidate of candidatesOf(id, printer, at, believedFrom, intervals)) {
      if (isWanted(candidate.kind, id, policy)) wanted.push(candidate);
      else if (isEnd(candidate.kind) && isReady(candidate)) turn.suppressEnded(candidate);
    }
  }
  return wanted;
}

/**
 * If the only connections that OctoEverywhere may still accept are those of rarely checked printers, checks one of
 * them: it shows whether a rejection of the others is a fault of the service.
 */
function checkAcceptance(turn: Turn): void {
  const { refusals, printers } = turn.state;
  if (refusals === null || refusals.acceptedAt !== null) return;
  let rare: { readonly id: PrinterId; readonly lastAt: Instant } | null = null;
  for (const id in printers) {
    const run = turn.printer(id).run;
    if (run?.kind === 'accepted') return;
    const isRare = run?.kind === 'perks' || run?.kind === 'update';
    if (isRare && (rare === null || run.lastAt > rare.lastAt)) rare = { id, lastAt: run.lastAt };
  }
  if (rare !== null) turn.want(rare.id, Math.max(refusals.confirmAt, rare.lastAt + turn.intervals.confirmAfter));
}

/** Shows what is due of one kind: in an existing notification, or in a new one for the whole event. */
function showKind(turn: Turn, kind: PrinterAlertKind, candidates: readonly Candidate[]): void {
  const { at, intervals } = turn;
  const crowded = isCrowded(turn.state.notifiedAt, at, intervals);
  const spentUntil = appSpentUntil(turn.state.notifiedAt, at, intervals);
  const updates = new Map<AlertEvent, Candidate[]>();
  const others = new Map<AlertEvent, Candidate[]>();
  const started: Candidate[] = [];
  for (const candidate of candidates) {
    const open = openEventFor(candidate, turn.state.events, at, crowded, intervals);
    if (open !== null) {
      addTo(updates, open, candidate);
      continue;
    }
    const budget = turn.budget(candidate);
    const until = spentUntil ?? (budget.kind === 'spent' ? budget.until : null);
    if (until === null) {
      started.push(candidate);
      continue;
    }
    const there = inPlaceOf(turn, candidate);
    if (there === null) turn.checkAgainAt(until);
    else addTo(others, there, candidate);
  }
  for (const [event, those] of updates) inPlace(turn, event, those, (fresh) => turn.showUpdate(event, fresh));
  for (const [event, those] of others) inPlace(turn, event, those, (fresh) => turn.showInPlace(event, fresh));
  groupAlerts(turn, kind, started, crowded);
}

/**
 * Returns the event whose notification reports this when no new one may be shown: for an end that of its beginning,
 * else the one about repeated changes, which may be updated now and then. Null when there is none.
 */
function inPlaceOf(turn: Turn, candidate: Candidate): AlertEvent | null {
  const begun = isEnd(candidate.kind) ? turn.event(candidate.ends) : null;
  if (begun !== null) return begun;
  const { kept } = turn.printer(candidate.printer);
  const repeated = isRepeated(kept, candidate.kind) ? turn.event(kept.repeated?.event ?? null) : null;
  if (repeated === null || repeated.isShared) return null;
  const summedUp = repeated.updatedAt + repeatedGapOf(kept, turn.at, turn.intervals);
  if (turn.at >= summedUp) return repeated;
  turn.checkAgainAt(summedUp);
  return null;
}

/** Updates a notification at most every 30 s, with what has just been confirmed. */
function inPlace(
  turn: Turn,
  event: AlertEvent,
  candidates: readonly Candidate[],
  show: (fresh: readonly Candidate[]) => void,
): void {
  const { at, intervals } = turn;
  const allowedAt = event.updatedAt + intervals.updateGap;
  const fresh = candidates.filter((candidate) => isFresh(candidate, at, intervals));
  if (at >= allowedAt && fresh.length > 0) {
    show(fresh);
    return;
  }
  const lookAt = Math.max(at, allowedAt - (2 / 3) * intervals.freshness);
  for (const candidate of candidates) {
    if (!isReady(candidate)) turn.wantConfirmed(candidate, candidate.dueAt);
    else if (Math.max(at, allowedAt) - (candidate.confirmedAt ?? 0) > intervals.freshness)
      turn.wantConfirmed(candidate, lookAt);
  }
  if (at < allowedAt && candidates.some(isReady)) turn.checkAgainAt(allowedAt);
}

/** Shows a due alert about the service; if it needs confirmation, any printer is checked first. */
function showService(turn: Turn): void {
  const { at, intervals } = turn;
  const service = serviceAlertOf(turn.state.service, intervals);
  if (service === null || turn.holdsService || !turn.policy.topics[topicOf[service.kind]]) return;
  const notBefore = Math.max(service.dueAt, appSpentUntil(turn.state.notifiedAt, at, intervals) ?? 0);
  if (at < notBefore) {
    turn.checkAgainAt(notBefore);
    return;
  }
  if (isFreshOf(service.kind, turn.state.service, at, intervals)) {
    turn.showService(service);
    return;
  }
  // If no request is allowed for a while, the silence counts as confirmed; the end of it needs a response.
  const giveUpAt = notBefore + intervals.confirm;
  if (at < giveUpAt) turn.checkAgainAt(giveUpAt);
  if (at < giveUpAt || service.kind === 'service-reachable') turn.askAny = true;
  else turn.showService(service);
}

/** The notification that it is unreachable is no longer true. */
function noteServiceOver(turn: Turn): void {
  const { service } = turn.state;
  if (service.isOver || serviceAlertOf(service, turn.intervals)?.kind !== 'service-reachable') return;
  turn.state = { ...turn.state, service: { ...service, isOver: true } };
}

function passOverService(turn: Turn): void {
  const { state } = turn;
  const notifiedAt = lately(state.notifiedAt, turn.at, turn.intervals.hourBudgetTime);
  if (notifiedAt !== state.notifiedAt) turn.state = { ...state, notifiedAt };
  const service = serviceAlertOf(state.service, turn.intervals);
  if (service?.kind !== 'service-reachable' || turn.policy.topics[topicOf[service.kind]]) return;
  turn.state = { ...turn.state, service: serviceNotified(state.service, service.kind) };
}

function addTo(map: Map<AlertEvent, Candidate[]>, event: AlertEvent, candidate: Candidate): void {
  const those = map.get(event);
  if (those === undefined) map.set(event, [candidate]);
  else those.push(candidate);
}
