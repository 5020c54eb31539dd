import type { Intervals } from '../intervals.ts';
import { isForeign, type PollOutcome } from '../outcome.ts';
import type { Instant, Milliseconds } from '../time.ts';
import type { ServiceAlertKind } from './alert.ts';

/** What alerting knows of OctoEverywhere as a whole. Plain data; server time, UTC. */
export interface ServiceState {
  /** The last usable answer about any printer since the last interruption; null when there was none. */
  readonly usableAt: Instant | null;
  /** Since when every request has failed, and the last one that did; null while answers come. */
  readonly failing: { readonly since: Instant; readonly lastAt: Instant } | null;
  /** The last failure came from somebody else: a network that wants a sign-in. */
  readonly isForeign: boolean;
  /** The user was notified that the service cannot be reached, and not yet that it can. */
  readonly notified: boolean;
}

export interface ServiceAlert {
  readonly kind: ServiceAlertKind;
  /** When the silence, or its end, began. */
  readonly since: Instant;
  readonly dueAt: Instant;
}

/** The state after a start. */
export function serviceRestored(notified: boolean): ServiceState {
  return { usableAt: null, failing: null, isForeign: false, notified };
}

/**
 * After sleep or a loss of the network that ended at `at` nothing from before says anything about the service, but that it
 * wants to be left alone for longer (`Retry-After`) does not hide its silence: what failed before goes on from here.
 */
export function serviceInterrupted(state: ServiceState, at: Instant): ServiceState {
  const failing = state.failing === null ? null : { ...state.failing, since: at };
  return { ...serviceRestored(state.notified), failing, isForeign: state.isForeign };
}

/** After server time turned out to be `by` ms later than thought, for moments from `from` on. */
export function serviceCorrected(state: ServiceState, from: Instant, by: Milliseconds): ServiceState {
  const { failing } = state;
  if (failing === null) return state;
  const moved = (at: Instant) => (at >= from ? at + by : at);
  return { ...state, failing: { since: moved(failing.since), lastAt: moved(failing.lastAt) } };
}

/** Takes note of what came at `at`, about whichever printer. */
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
      const failing = { since: state.failing?.since ?? at, lastAt: at };
      return { ...state, failing, isForeign: isForeign(outcome.problem) };
    }
  }
}

/**
 * What is to be said of the service; null when there is nothing new. That it cannot be reached is due when no answer was
 * usable for 15 minutes, counted by the clock: a long `Retry-After` does not hide it. Its end is due with the first answer.
 */
export function serviceAlertOf(state: ServiceState, rules: Pick<Intervals, 'longSilence'>): ServiceAlert | null {
  const { usableAt, failing, isForeign, notified } = state;
  if (notified) {
    const answers = usableAt !== null && failing === null;
    return answers ? { kind: 'service-reachable', since: usableAt, dueAt: usableAt } : null;
  }
  if (failing === null || isForeign) return null;
  return {
    kind: 'service-unreachable',
    since: failing.since,
    dueAt: (usableAt ?? failing.since) + rules.longSilence,
  };
}

/** Whether a request lately ended as `kind` says, so that it can be shown at `at`: else it may be over unnoticed. */
export function isFreshOf(
  kind: ServiceAlertKind,
  { failing, usableAt }: ServiceState,
  at: Instant,
  rules: Pick<Intervals, 'freshness'>,
): boolean {
  const reportedAt = kind === 'service-unreachable' ? failing?.lastAt : usableAt;
  return at - (reportedAt ?? Number.NEGATIVE_INFINITY) <= rules.freshness;
}

/** The state after `kind` was notified, or passed over because the user does not want to know. */
export function serviceNotified(state: ServiceState, kind: ServiceAlertKind): ServiceState {
  return { ...state, notified: kind === 'service-unreachable' };
}
