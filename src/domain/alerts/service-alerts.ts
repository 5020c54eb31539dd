import { type Correction, corrected } from '../correction.ts';
import type { Intervals } from '../intervals.ts';
import { isForeign, type PollOutcome } from '../outcome.ts';
import type { Instant } from '../time.ts';
import type { ServiceAlertKind } from './alert.ts';

/** The alert state of OctoEverywhere as a whole. Plain data; times are server time, UTC. */
export interface ServiceState {
  /** The last usable response about any printer since the last interruption; null when there was none. */
  readonly usableAt: Instant | null;
  /** Since when every request has failed, and the last one that did; null while responses arrive. */
  readonly failing: { readonly since: Instant; readonly lastAt: Instant } | null;
  /** The last failure did not come from OctoEverywhere: a network that requires a sign-in. */
  readonly isForeign: boolean;
  /** The user was notified that the service is unreachable, but not yet that it is back. */
  readonly notified: boolean;
  /** It has responded since, which could not be reported yet: if it stops again, that is reported again. */
  readonly isOver: boolean;
}

export interface ServiceAlert {
  readonly kind: ServiceAlertKind;
  /** When the silence, or its end, began. */
  readonly since: Instant;
  readonly dueAt: Instant;
}

/** Returns the state after a start. */
export function serviceRestored(notified: boolean): ServiceState {
  return { usableAt: null, failing: null, isForeign: false, notified, isOver: false };
}

/**
 * After sleep or a network outage that ended at `at`, earlier responses say nothing about the service. A silence starts
 * over from `at` rather than being dropped: a long `Retry-After` must not hide it.
 */
export function serviceInterrupted(state: ServiceState, at: Instant): ServiceState {
  const failing = state.failing === null ? null : { ...state.failing, since: at };
  return { ...serviceRestored(state.notified), failing, isForeign: state.isForeign, isOver: state.isOver };
}

/** Returns the state after a correction of server time. */
export function serviceCorrected(state: ServiceState, correction: Correction): ServiceState {
  const { usableAt, failing } = state;
  const moved = (at: Instant) => corrected(at, correction);
  return {
    ...state,
    usableAt: corrected(usableAt, correction),
    failing: failing === null ? null : { since: moved(failing.since), lastAt: moved(failing.lastAt) },
  };
}

/** Returns the state after an outcome at `at`, for any printer. */
export function serviceObserved(state: ServiceState, outcome: PollOutcome, at: Instant): ServiceState {
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected':
    case 'refused':
    case 'perks-needed':
    case 'update-needed':
      return { ...state, usableAt: at, failing: null, isForeign: false };
    case 'token-lost':
      return state;
    case 'no-answer': {
      if (outcome.problem.type === 'keychain') return state;
      const foreign = isForeign(outcome.problem);
      // Behind a network's sign-in page nothing is known about OctoEverywhere: its silence begins after that.
      const since = foreign || state.isForeign ? at : (state.failing?.since ?? at);
      const usableAt = foreign ? null : state.usableAt;
      return { ...state, usableAt, failing: { since, lastAt: at }, isForeign: foreign };
    }
  }
}

/**
 * Returns the pending alert about the service; null when there is none. "Unreachable" is due after 15 minutes without a
 * usable response, measured by the clock, so a long `Retry-After` does not hide it; but one failure after a time
 * without requests is none: the silence then begins with it. Its end is due with the first response.
 */
export function serviceAlertOf(
  state: ServiceState,
  intervals: Pick<Intervals, 'longSilence' | 'confirmRefusal'>,
): ServiceAlert | null {
  const { usableAt, failing, isForeign, notified, isOver } = state;
  if (notified && !(isOver && failing !== null)) {
    const answers = usableAt !== null && failing === null;
    return answers ? { kind: 'service-reachable', since: usableAt, dueAt: usableAt } : null;
  }
  if (failing === null || isForeign) return null;
  const { since, lastAt } = failing;
  const isConfirmed = lastAt - since >= intervals.confirmRefusal;
  // With rare checks, the last response may be from long before the silence.
  const isRecent = usableAt !== null && since - usableAt <= intervals.longSilence;
  const silentFrom = isConfirmed && isRecent ? usableAt : since;
  return { kind: 'service-unreachable', since, dueAt: silentFrom + intervals.longSilence };
}

/** Whether a recent request confirms `kind`, so that it can be shown at `at`; otherwise it may be over unnoticed. */
export function isFreshOf(
  kind: ServiceAlertKind,
  { failing, usableAt }: ServiceState,
  at: Instant,
  intervals: Pick<Intervals, 'freshness'>,
): boolean {
  const reportedAt = kind === 'service-unreachable' ? failing?.lastAt : usableAt;
  return at - (reportedAt ?? Number.NEGATIVE_INFINITY) <= intervals.freshness;
}

/** Returns the state after `kind` was reported, or skipped because the user has switched it off. */
export function serviceNotified(state: ServiceState, kind: ServiceAlertKind): ServiceState {
  return { ...state, notified: kind === 'service-unreachable', isOver: false };
}
