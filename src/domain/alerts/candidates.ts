import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { PrinterAlertKind } from './alert.ts';
import { type AlertState, type Condition, isStanding, type PrinterAlerts } from './alert-state.ts';
import { unstableSince } from './unstable.ts';

/** A change of one printer that the user may have to be notified about. Times are server time, UTC. */
export interface Candidate {
  readonly printer: PrinterId;
  readonly kind: PrinterAlertKind;
  /** When it began. */
  readonly since: Instant;
  /** The earliest it can have begun: something else was seen before that. */
  readonly earliest: Instant;
  /** A response from this time on confirms it. */
  readonly dueAt: Instant;
  /** The last response that showed it; null when there was none since the last interruption. */
  readonly confirmedAt: Instant | null;
  /** The event whose end it is; null when it ends none. */
  readonly ends: Instant | null;
}

/** The condition whose beginning or end a kind reports. */
export const conditionOf: Readonly<Record<PrinterAlertKind, Condition | null>> = {
  disconnected: 'loss',
  recovered: 'loss',
  unstable: null,
  'reconnect-needed': 'refused',
  'reconnect-healed': 'refused',
  'perks-needed': 'perks',
  'perks-restored': 'perks',
  'update-needed': 'update',
};

/** Whether `kind` reports the end of something. */
export function isEnd(kind: PrinterAlertKind): boolean {
  switch (kind) {
    case 'recovered':
    case 'reconnect-healed':
    case 'perks-restored':
      return true;
    case 'disconnected':
    case 'unstable':
    case 'reconnect-needed':
    case 'perks-needed':
    case 'update-needed':
      return false;
  }
}

/** Whether a response confirmed it after it was due. */
export function isReady({ confirmedAt, dueAt }: Candidate): boolean {
  return confirmedAt !== null && confirmedAt >= dueAt;
}

/** Whether it is ready and was confirmed no longer ago than `freshness` allows. */
export function isFresh(candidate: Candidate, at: Instant, intervals: Pick<Intervals, 'freshness'>): boolean {
  return isReady(candidate) && at - (candidate.confirmedAt ?? 0) <= intervals.freshness;
}

/**
 * Returns the candidates of a printer, due or pending. Before `refusalsFrom` no rejection is believed, because the
 * service itself may be at fault.
 */
export function candidatesOf(
  id: PrinterId,
  printer: PrinterAlerts,
  at: Instant,
  refusalsFrom: Instant,
  intervals: Intervals,
): readonly Candidate[] {
  const ofLink = linkCandidate(id, printer, at, intervals);
  const ofRun = runCandidates(id, printer, refusalsFrom, intervals);
  // These responses say nothing about the link, so they cannot confirm it any more; requests for that would use up
  // those that the rejection needs.
  const cannotBeConfirmed =
    ofLink !== null && !isFresh(ofLink, at, intervals) && printer.run !== null && printer.run.kind !== 'accepted';
  return ofLink === null || cannotBeConfirmed ? ofRun : [ofLink, ...ofRun];
}

function linkCandidate(printer: PrinterId, known: PrinterAlerts, at: Instant, intervals: Intervals): Candidate | null {
  const { link, looks, kept } = known;
  if (link === null) return null;
  const { loss } = kept.open;
  const isOpen = isStanding(loss);
  const confirmedAt = looks?.lastAt ?? null;
  const earliest = link.exact ? link.since : Math.min(link.since, link.notBefore ?? link.since);
  const seen = { printer, since: link.since, earliest, confirmedAt, ends: null };
  const confirmAfter = looks === null ? 0 : looks.firstAt + intervals.confirmAfter;
  const lossDueAt = Math.max(link.since + intervals.grace, confirmAfter);
  // Gone for so long, it is reported as disconnected even while unstable.
  const goneAt = Math.max(lossDueAt, link.since + intervals.grace + intervals.goneWhileUnstable);
  const isGone = link.state === 'down' && at >= goneAt;
  if (kept.unstable === null && !isGone) {
    const isLossDue = link.state === 'down' && !isOpen && at >= lossDueAt;
    const since = unstableSince(kept, false, at, intervals);
    const sinceWithThis = since ?? (isLossDue ? unstableSince(kept, true, at, intervals) : null);
    if (sinceWithThis !== null) {
      const dueAt = since === null ? lossDueAt : confirmAfter;
      return { ...seen, kind: 'unstable', since: sinceWithThis, earliest: sinceWithThis, dueAt };
    }
  }
  if (link.state === 'down') {
    if (isOpen) return null;
    return { ...seen, kind: 'disconnected', dueAt: kept.unstable === null ? lossDueAt : goneAt };
  }
  if (loss === undefined) return null;
  return { ...seen, kind: 'recovered', dueAt: link.since + intervals.recoveryHold, ends: loss.event };
}

function runCandidates(
  printer: PrinterId,
  { run, kept }: PrinterAlerts,
  refusalsFrom: Instant,
  intervals: Intervals,
): readonly Candidate[] {
  if (run === null) return [];
  const { refused, perks, update } = kept.open;
  const confirmedAt = run.current ? run.lastAt : null;
  const earliest = run.afterAt ?? run.firstAt;
  const seen = { printer, since: run.firstAt, earliest, confirmedAt, ends: null };
  const confirmed = run.firstAt + intervals.confirmRefusal;
  const healed = refused === undefined ? [] : [ended(seen, 'reconnect-healed', refused.event)];
  const restored = perks === undefined ? [] : [ended(seen, 'perks-restored', perks.event)];
  const needed = (kind: 'perks-needed' | 'update-needed'): Candidate => ({ ...seen, kind, dueAt: confirmed });
  switch (run.kind) {
    case 'accepted':
      return [...healed, ...restored];
    case 'update':
      return [...healed, ...restored, ...(isStanding(update) ? [] : [needed('update-needed')])];
    // A response that asks for perks accepts the connection.
    case 'perks':
      return [...healed, ...(isStanding(perks) ? [] : [needed('perks-needed')])];
    case 'refused': {
      if (isStanding(refused)) return [];
      // Rejections of others delay it, one after the other, but not forever.
      const believedFrom = Math.min(refusalsFrom, run.firstAt + intervals.allRefused);
      return [{ ...seen, kind: 'reconnect-needed', dueAt: Math.max(confirmed, believedFrom) }];
    }
    case 'token-lost':
      return isStanding(refused)
        ? []
        : [{ ...seen, kind: 'reconnect-needed', dueAt: run.firstAt + intervals.confirmAfter }];
  }
}

type Seen = Omit<Candidate, 'kind' | 'dueAt'>;

function ended(seen: Seen, kind: PrinterAlertKind, ends: Instant): Candidate {
  return { ...seen, kind, dueAt: seen.since, ends };
}

/**
 * Returns the time before which rejections are not believed, as of `at`; 0 when there is none. As long as
 * OctoEverywhere accepts no connection, or fewer than half of the printers were checked since the first rejection, the
 * service may be at fault, and such faults have gone away on their own. Once it accepts one, the others have to be
 * rejected after that.
 */
export function refusalsBelievedFrom(
  { refusals, printers }: Pick<AlertState, 'refusals' | 'printers'>,
  at: Instant,
  intervals: Pick<Intervals, 'allRefused' | 'oneRefused' | 'poll' | 'freshness'>,
): Instant {
  if (refusals === null) return 0;
  const { firstAt, acceptedAt, lastAcceptedAt, rejectedSince } = refusals;
  const all = Object.values(printers);
  const requestsBefore = all.filter(({ attemptedAt }) => attemptedAt !== null && attemptedAt >= firstAt).length;
  const nobodySince = Math.max(firstAt, lastAcceptedAt ?? firstAt);
  const accepts = at - nobodySince <= acceptedWithin * intervals.poll + intervals.freshness;
  if (acceptedAt !== null && accepts && requestsBefore * 2 >= all.length) return acceptedAt;
  // With long intervals, the last response before a fault of the service may be older than the fault.
  const everybodySince = Math.max(nobodySince, rejectedSince ?? 0);
  return everybodySince + (all.length === 1 ? intervals.oneRefused : intervals.allRefused);
}

/** In polls: a service that accepts any connection does so within this time. */
const acceptedWithin = 1.5;

/** Returns the pending rejections after a response at `at`. */
export function refusalsAfter(
  refusals: AlertState['refusals'],
  { run, kept }: PrinterAlerts,
  at: Instant,
  intervals: Pick<Intervals, 'confirmRefusal'>,
): AlertState['refusals'] {
  if (run === null || run.lastAt !== at || run.kind === 'token-lost') return refusals;
  if (run.kind !== 'refused') {
    if (refusals === null) return null;
    const acceptedAt = refusals.acceptedAt ?? (at >= refusals.confirmAt ? at : null);
    return { ...refusals, acceptedAt, lastAcceptedAt: at, rejectedSince: null };
  }
  if (isStanding(kept.open.refused) || run.firstAt !== at) return refusals;
  // Another rejected connection: a fault of the service may be spreading.
  const confirmAt = at + intervals.confirmRefusal;
  return {
    firstAt: refusals?.firstAt ?? at,
    confirmAt,
    acceptedAt: null,
    lastAcceptedAt: refusals?.lastAcceptedAt ?? null,
    rejectedSince: refusals?.rejectedSince ?? at,
  };
}
