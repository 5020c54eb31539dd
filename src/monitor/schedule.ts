import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import type { PrinterStatus } from '../domain/status.ts';
import type { Milliseconds } from '../domain/time.ts';
import { plainInterval } from './check-interval.ts';
import { type Habit, habitAfter, newHabit } from './lanes.ts';
import { lastRequestAt, wasTried } from './lost-requests.ts';
import { afterRetryWait, type RetryWait, retryWait, retryWaitAfterSleep } from './retry-wait.ts';

/** Why a printer is checked regardless of its interval. */
export type Occasion = 'start' | 'wake' | 'network' | 'missed' | 'service' | 'refresh';

/** The schedule's state of one App Connection. Times are running time, which setting a clock does not change. */
export interface PollState {
  /** When the last request was sent; null before the first. */
  readonly requestedAt: Milliseconds | null;
  /** When the last trial request without a network was sent; null before the first. */
  readonly triedAt: Milliseconds | null;
  /** How long the last response took, ms. */
  readonly took: Milliseconds;
  /** How many requests out of turn alerting has made since the last one in turn. */
  readonly outOfTurn: number;
  /** How many requests out of turn are still allowed; limited so that the average rate hardly increases. */
  readonly spare: number;
  /** Consecutive temporary failures. */
  readonly failures: number;
  readonly retryWait: RetryWait | null;
  /** 0–1, random for each response, so that many printers do not poll in step. */
  readonly jitter: number;
  /** When to check regardless of the interval, because of `occasion`; null for no such check. */
  readonly requestAt: Milliseconds | null;
  /** Null when `requestAt` is. */
  readonly occasion: Occasion | null;
  /** How promptly its requests are answered, for lanes.ts. */
  readonly habit: Habit;
}

/**
 * A disconnection takes two checks out of turn, and more when its notification waits for other printers. At most this
 * many within a default interval.
 */
const mostOutOfTurn = 3;

/**
 * With 2.5 % average jitter, these limit the requests of a day to 61 per hour at a poll interval of 60 s, and those of
 * any hour to twice the usual number at longer intervals.
 */
const spare = { least: 3, most: 16, perPoll: 0.03, perSlowPoll: 0.4 } as const;

/** Returns how many times the default interval `poll` is. `confirmAfter` is a sixth of the default interval. */
function slowness({ poll, confirmAfter }: Intervals): number {
  return poll / (6 * confirmAfter);
}

/** Returns the limit of `spare`, which is lower for longer intervals. */
function mostSpare(intervals: Intervals): number {
  return Math.min(spare.most, Math.max(spare.least, 30 / slowness(intervals)));
}

/** Returns what each poll adds to `spare`: more for longer intervals, which leave room within 61 requests per hour. */
function savedPerPoll(intervals: Intervals): number {
  return Math.min(spare.perSlowPoll, spare.perPoll + Math.max(0, slowness(intervals) - 1));
}

/** Jitter only lengthens an interval: a connection is never polled faster than its interval. */
const jitterShare = 0.05;

/** All installations back off at once, and would return together. The longest back-off stays within 10 min. */
const backOffJitterShare = 0.6;

/**
 * When half of all networks return at once, their printers come on top of the other half's. Spread over only half a
 * poll interval, they would bring OctoEverywhere 1.5 times its usual requests.
 */
const networkScatterShare = 0.6;

/** Returns the state of a printer that has never been checked: due at once. */
export function firstPoll(at: Milliseconds): PollState {
  return {
    requestedAt: null,
    triedAt: null,
    took: 0,
    spare: spare.least,
    outOfTurn: 0,
    failures: 0,
    retryWait: null,
    jitter: 0,
    requestAt: at,
    occasion: 'start',
    habit: newHabit,
  };
}

/**
 * Returns the state when a request starts at `at`. A request out of turn costs the fraction of a poll by which it is
 * early, whether it is for alerting or because of a wake-up, a set clock or a network change.
 */
export function pollStarted(poll: PollState, at: Milliseconds, intervals: Intervals): PollState {
  const sinceLast = poll.requestedAt === null ? intervals.poll : at - poll.requestedAt;
  const isEarly = sinceLast < intervals.poll;
  const isAlertings = poll.requestAt === null && isEarly;
  const isReset = poll.occasion === 'wake' || poll.occasion === 'network';
  const outOfTurn = isEarly ? poll.outOfTurn + (isAlertings ? 1 : 0) : 0;
  const saved =
    isAlertings || (isReset && isEarly)
      ? poll.spare - (1 - sinceLast / intervals.poll)
      : Math.min(mostSpare(intervals), poll.spare + savedPerPoll(intervals));
  return { ...poll, requestedAt: at, requestAt: null, occasion: null, outOfTurn, spare: saved };
}

/** Returns the state after `answered` arrived at `at`; `random` is 0–1. */
export function pollAnswered(poll: PollState, answered: Answered, at: Milliseconds, random: number): PollState {
  const requestedAt = lastRequestAt(poll);
  const asked = wasTried(poll) ? { ...poll, requestedAt, requestAt: null, occasion: null } : poll;
  return {
    ...pollWaiting(asked, answered, at),
    took: requestedAt === null ? 0 : at - requestedAt,
    jitter: random,
    failures: isTemporaryFailure(answered.outcome) ? poll.failures + failureWeight(answered.outcome, poll) : 0,
  };
}

/** Returns the state after a request that took `took` ms, even if its response does not count. */
export function pollTimed(poll: PollState, outcome: PollOutcome, took: Milliseconds, at: Milliseconds): PollState {
  return { ...poll, habit: habitAfter(poll.habit, took, outcome.kind !== 'no-answer', at) };
}

/** Returns the state when the user requests a check at `at`. */
export function pollRefreshed(poll: PollState, at: Milliseconds): PollState {
  return { ...poll, requestAt: at, occasion: 'refresh' };
}

/** Takes only `Retry-After` from a response; OctoEverywhere may send it with any status. */
export function pollWaiting(poll: PollState, { retryAfterSeconds }: Answered, at: Milliseconds): PollState {
  return { ...poll, retryWait: retryWait(retryAfterSeconds, at) };
}

/**
 * Returns the state after wake-up, network return or a set clock: due as soon as the network has settled, but in turn
 * if that happens too often. Running time stood still for `slept` ms, but a `Retry-After` kept running. The `isFirst`
 * printer tests a network that has returned; the others are spread over most of a poll interval.
 */
export function resetPoll(
  poll: PollState,
  at: Milliseconds,
  slept: Milliseconds,
  intervals: Intervals,
  occasion: 'wake' | 'network',
  isFirst: boolean,
): PollState {
  const requestedAt = poll.requestedAt === null ? null : poll.requestedAt - slept;
  const triedAt = poll.triedAt === null ? null : poll.triedAt - slept;
  const reset = { ...poll, requestedAt, triedAt, failures: 0, retryWait: retryWaitAfterSleep(poll.retryWait, slept) };
  const scatter = occasion === 'network' ? networkScatter(poll, intervals, isFirst) : 0;
  const lastAt = lastRequestAt(reset);
  const soonest = lastAt === null ? at : lastAt + intervals.confirmAfter;
  // If the network went away again before an earlier plan came up, that plan counts: otherwise it would never come up.
  const planned = poll.occasion === 'network' && poll.requestAt !== null ? poll.requestAt : Number.POSITIVE_INFINITY;
  const requestAt = Math.max(at, Math.min(at + intervals.settleTime + scatter, planned), soonest);
  const isEarly = requestedAt !== null && requestAt - requestedAt < intervals.poll;
  return isEarly && poll.spare < 1 ? reset : { ...reset, requestAt, occasion };
}

function networkScatter({ jitter }: PollState, { settleTime, poll }: Intervals, isFirst: boolean): Milliseconds {
  return isFirst ? 2 * settleTime * jitter : 3 * settleTime + networkScatterShare * poll * jitter;
}

/** A 429 starts the back-off at once; any other first failure may have been bad luck. */
function failureWeight(outcome: PollOutcome, { failures }: PollState): number {
  const { problem } = outcome.kind === 'no-answer' ? outcome : { problem: null };
  const isTooMany = problem?.type === 'http-status' && problem.status === 429;
  return isTooMany && failures === 0 ? 2 : 1;
}

/** 610 and silence cause a back-off. A keychain problem costs OctoEverywhere nothing, so it does not. */
function isTemporaryFailure(outcome: PollOutcome): boolean {
  if (outcome.kind === 'update-needed') return true;
  return outcome.kind === 'no-answer' && outcome.problem.type !== 'keychain';
}

/**
 * Returns when to check a printer next, running time. `wantedAt` is when alerting wants a check out of turn, or null.
 * 60 s between polls, back-off to 5–10 min on temporary failures, 605 every 10 min, a rejection confirmed after 60 s, a
 * confirmed dead connection once an hour, `Retry-After` above all (docs/performance.md, "Load on OctoEverywhere").
 */
export function nextCheckAt(
  poll: PollState,
  status: PrinterStatus,
  wantedAt: Milliseconds | null,
  intervals: Intervals,
): Milliseconds {
  // A rejection that isn't believed yet is followed up as usual: only that shows that it was accepted in between.
  const isDoubted = status.kind === 'reconnect-needed' && poll.failures === 0 && wantedAt !== null;
  const interval = isDoubted ? intervals.poll : plainInterval(poll, status, intervals);
  const inTurn = poll.requestedAt === null ? 0 : poll.requestedAt + interval * (1 + jitterOf(poll));
  // A failed request is not repeated out of turn: that would cause a storm of requests.
  const answered = status.silence === null && (status.refusal === null || status.kind === 'reconnect-needed');
  // The limits also apply when every response is different and each one calls for another check.
  const isAfforded = poll.outOfTurn < mostOutOfTurn * Math.max(1, slowness(intervals)) && poll.spare >= 1;
  const isWanted = wantedAt !== null && answered && isAfforded;
  // Not right after the last request, even if alerting is waiting for other printers.
  const outOfTurn = isWanted ? Math.max(wantedAt, (poll.requestedAt ?? 0) + intervals.confirmAfter) : null;
  const planned = poll.requestAt ?? Math.min(inTurn, outOfTurn ?? Number.POSITIVE_INFINITY);
  const next = Math.max(planned, (poll.triedAt ?? Number.NEGATIVE_INFINITY) + intervals.confirmAfter);
  return afterRetryWait(next, poll.retryWait, poll.jitter, intervals.poll);
}

const jitterOf = ({ failures, jitter }: PollState) => (failures < 2 ? jitterShare : backOffJitterShare) * jitter;

/** Returns when a manual refresh is allowed: 5 s after the last request and never before `Retry-After`. */
export function refreshAllowedAt(poll: PollState, intervals: Intervals): Milliseconds {
  const lastAt = lastRequestAt(poll);
  const afterLast = lastAt === null ? 0 : lastAt + intervals.refreshGap;
  return Math.max(afterLast, poll.retryWait?.until ?? 0);
}
