import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { type Habit, habitAfter, newHabit } from './lanes.ts';

/** Why a printer is checked regardless of its interval. */
export type Occasion = 'start' | 'wake' | 'network' | 'service' | 'refresh';

/** The schedule's state of one App Connection. Times are running time, which setting a clock does not change. */
export interface PollState {
  /** When the last request was sent; null before the first. */
  readonly askedAt: Milliseconds | null;
  /** How long the last response took, ms. */
  readonly took: Milliseconds;
  /** How many requests out of turn alerting has made since the last one in turn. */
  readonly outOfTurn: number;
  /** How many requests out of turn are still allowed; limited so that the average rate hardly increases. */
  readonly spare: number;
  /** Consecutive temporary failures. */
  readonly failures: number;
  /** OctoEverywhere's `Retry-After`: no request before this time, for whatever reason. */
  readonly notBefore: Milliseconds | null;
  /** 0–1, random for each response, so that many printers do not poll in step. */
  readonly jitter: number;
  /** When to check regardless of the interval, because of `occasion`; null for no such check. */
  readonly askAt: Milliseconds | null;
  /** Null when `askAt` is. */
  readonly occasion: Occasion | null;
  /** How promptly its requests are answered, for lanes.ts. */
  readonly habit: Habit;
}

/**
 * A disconnection takes two checks out of turn, and more when its notification waits for other printers. At most this many
 * within a default interval.
 */
const mostOutOfTurn = 3;

/**
 * With 2.5 % average jitter, these limit the requests of a day to 61 per hour at a poll interval of 60 s, and those of any
 * hour to twice the usual number at longer intervals.
 */
const spare = { least: 3, most: 16, perPoll: 0.03, perSlowPoll: 0.4 } as const;

/** Returns how many times the default interval `poll` is. `secondLook` is a sixth of the default interval. */
function slowness({ poll, secondLook }: Intervals): number {
  return poll / (6 * secondLook);
}

/** Returns the limit of `spare`, which is lower for longer intervals. */
function mostSpare(rules: Intervals): number {
  return Math.min(spare.most, Math.max(spare.least, 30 / slowness(rules)));
}

/** Returns what each poll adds to `spare`: more for longer intervals, which leave room within 61 requests per hour. */
function savedPerPoll(rules: Intervals): number {
  return Math.min(spare.perSlowPoll, spare.perPoll + Math.max(0, slowness(rules) - 1));
}

/** Jitter only lengthens an interval: a connection is never polled faster than its interval. */
const jitterShare = 0.05;

/**
 * More jitter during back-off: a failure of the service hits all printers at once, and they would all return together.
 */
const backOffJitterShare = 0.25;

/** Returns the state of a printer that has never been checked: due at once. */
export function firstPoll(at: Milliseconds): PollState {
  return {
    askedAt: null,
    took: 0,
    spare: spare.least,
    outOfTurn: 0,
    failures: 0,
    notBefore: null,
    jitter: 0,
    askAt: at,
    occasion: 'start',
    habit: newHabit,
  };
}

/** Returns the state when a trial request starts at `at`, which does not use up `spare`. */
export function paceTried(pace: PollState, at: Milliseconds): PollState {
  return { ...pace, askedAt: at, askAt: null, occasion: null };
}

/**
 * Returns the state when a request starts at `at`. A request out of turn costs the fraction of a poll by which it is
 * early, whether it is for alerting or because of a wake-up, a set clock or a network change.
 */
export function pollStarted(pace: PollState, at: Milliseconds, rules: Intervals): PollState {
  const sinceLast = pace.askedAt === null ? rules.poll : at - pace.askedAt;
  const isEarly = sinceLast < rules.poll;
  const isAlertings = pace.askAt === null && isEarly;
  const isAfresh = pace.occasion === 'wake' || pace.occasion === 'network';
  const outOfTurn = isEarly ? pace.outOfTurn + (isAlertings ? 1 : 0) : 0;
  const saved =
    isAlertings || (isAfresh && isEarly)
      ? pace.spare - (1 - sinceLast / rules.poll)
      : Math.min(mostSpare(rules), pace.spare + savedPerPoll(rules));
  return { ...pace, askedAt: at, askAt: null, occasion: null, outOfTurn, spare: saved };
}

/** Returns the state after `answered` arrived at `at`; `random` is 0–1. */
export function paceAnswered(pace: PollState, answered: Answered, at: Milliseconds, random: number): PollState {
  return {
    ...pollWaiting(pace, answered, at),
    took: pace.askedAt === null ? 0 : at - pace.askedAt,
    jitter: random,
    failures: isTemporaryFailure(answered.outcome) ? pace.failures + failureWeight(answered.outcome, pace) : 0,
  };
}

/** Returns the state after a request that took `took` ms, even if its response does not count. */
export function paceTimed(pace: PollState, outcome: PollOutcome, took: Milliseconds, at: Milliseconds): PollState {
  return { ...pace, habit: habitAfter(pace.habit, took, outcome.kind !== 'no-answer', at) };
}

/** Returns the state when the user requests a check at `at`. */
export function pollRefreshed(pace: PollState, at: Milliseconds): PollState {
  return { ...pace, askAt: at, occasion: 'refresh' };
}

/** Takes only `Retry-After` from a response; OctoEverywhere may send it with any status. */
export function pollWaiting(pace: PollState, { retryAfterSeconds }: Answered, at: Milliseconds): PollState {
  return { ...pace, notBefore: retryAfterSeconds === null ? null : at + retryAfterSeconds * SECOND };
}

/**
 * Returns the state when another printer got a response at `at` after the service had been silent: if it is backing
 * off, it is checked at a random time within one poll interval.
 */
export function pollServiceBack(pace: PollState, at: Milliseconds, rules: Intervals): PollState {
  if (pace.failures < 2 || pace.askAt !== null) return pace;
  const askAt = Math.max(at + pace.jitter * rules.poll, (pace.askedAt ?? 0) + rules.secondLook);
  return { ...pace, askAt, occasion: 'service' };
}

/**
 * Returns the state after wake-up, network return or a set clock: due as soon as the network has settled, but in turn
 * if that happens too often. Running time stood still for `slept` ms, but a `Retry-After` kept running. The `isFirst`
 * printer tests a network that has returned; the others follow within half a poll interval, because many other users
 * may have lost their network at the same time.
 */
export function resetPoll(
  pace: PollState,
  at: Milliseconds,
  slept: Milliseconds,
  rules: Intervals,
  occasion: 'wake' | 'network',
  isFirst: boolean,
): PollState {
  const notBefore = pace.notBefore === null ? null : pace.notBefore - slept;
  const askedAt = pace.askedAt === null ? null : pace.askedAt - slept;
  const afresh = { ...pace, askedAt, failures: 0, notBefore };
  const scatter = occasion === 'network' ? networkScatter(pace, rules, isFirst) : 0;
  const askAt = Math.max(at + rules.settle + scatter, askedAt === null ? 0 : askedAt + rules.secondLook);
  const isEarly = askedAt !== null && askAt - askedAt < rules.poll;
  return isEarly && pace.spare < 1 ? afresh : { ...afresh, askAt, occasion };
}

function networkScatter({ jitter }: PollState, { settle, poll }: Intervals, isFirst: boolean): Milliseconds {
  return isFirst ? 2 * settle * jitter : 3 * settle + (poll / 2) * jitter;
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
 * API §5: 60 s between polls, back-off to 5–10 min on temporary failures, 605 every 10 min, a rejection confirmed after
 * 60 s, a confirmed dead connection once an hour, `Retry-After` above all.
 */
export function nextCheckAt(
  pace: PollState,
  status: PrinterStatus,
  wantedAt: Milliseconds | null,
  rules: Intervals,
): Milliseconds {
  const inTurn = pace.askedAt === null ? 0 : pace.askedAt + plainInterval(pace, status, rules) * (1 + jitterOf(pace));
  // A failed request is not repeated out of turn: that would cause a storm of requests.
  const answered = status.silence === null && (status.refusal === null || status.kind === 'reconnect-needed');
  // The limits also apply when every response is different and each one calls for another check.
  const isAfforded = pace.outOfTurn < mostOutOfTurn * Math.max(1, slowness(rules)) && pace.spare >= 1;
  const isWanted = wantedAt !== null && answered && isAfforded;
  // Not right after the last request, even if alerting is gathering other printers.
  const outOfTurn = isWanted ? Math.max(wantedAt, (pace.askedAt ?? 0) + rules.secondLook) : null;
  const next = pace.askAt ?? Math.min(inTurn, outOfTurn ?? Number.POSITIVE_INFINITY);
  return Math.max(next, pace.notBefore ?? 0);
}

function jitterOf({ failures, jitter }: PollState): number {
  return (failures < 2 ? jitterShare : backOffJitterShare) * jitter;
}

/**
 * Returns how often a printer is meant to be checked, regardless of failures; used to decide when its status is stale.
 */
export function intendedInterval(pace: PollState, status: PrinterStatus, rules: Intervals): Milliseconds {
  switch (status.kind) {
    case 'reconnect-needed':
    case 'perks-needed':
    case 'update-needed':
      return status.silence === null
        ? plainInterval(pace, status, rules)
        : plainInterval({ ...pace, failures: 0 }, status, rules);
    case 'online':
    case 'offline':
    case 'unknown':
    case 'checking':
      return rules.poll;
  }
}

function plainInterval(pace: PollState, status: PrinterStatus, rules: Intervals): Milliseconds {
  if (status.kind === 'reconnect-needed') {
    // A failed request is no reason to wait another hour.
    return Math.max(pace.failures > 0 ? rules.backOffLimit : rules.deadRecheck, rules.poll);
  }
  if (pace.failures > 0) {
    const backOff = Math.min(rules.poll * 2 ** (pace.failures - 1), rules.backOffLimit);
    return Math.max(backOff, rules.poll);
  }
  if (status.refusal !== null) {
    // The confirmation has to come 60 s after the first rejection arrived, which was some time after its request.
    return rules.confirmRefusal + pace.took;
  }
  if (status.kind === 'perks-needed') return Math.max(rules.perksRecheck, rules.poll);
  return rules.poll;
}

/** Returns when a manual refresh is allowed: 5 s after the last request and never before `Retry-After`. */
export function refreshAllowedAt(pace: PollState, rules: Intervals): Milliseconds {
  const afterLast = pace.askedAt === null ? 0 : pace.askedAt + rules.refreshGap;
  return Math.max(afterLast, pace.notBefore ?? 0);
}
