import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { type Habit, habitAfter, newHabit } from './lanes.ts';

/** What happened that a printer is to be asked about whatever the pace. */
export type Occasion = 'start' | 'wake' | 'network' | 'service' | 'refresh';

/** A printer that may not be asked about yet, and from when on it may (server time, UTC). */
export interface HeldBack {
  readonly printer: PrinterId;
  readonly until: Instant;
}

/** What the schedule remembers of one App Connection. Moments are running time, which no clock can set. */
export interface PollState {
  /** When it was last asked about; null before the first time. */
  readonly askedAt: Milliseconds | null;
  /** How long the last answer took. */
  readonly took: Milliseconds;
  /** How often it was asked out of turn, for alerting, since it was asked in turn last. */
  readonly outOfTurn: number;
  /** How many requests out of turn it can still afford: so many that on average hardly more are made than without them. */
  readonly spare: number;
  /** Temporary failures in a row. */
  readonly failures: number;
  /** OctoEverywhere's `Retry-After`: not before this moment, whoever asks. */
  readonly notBefore: Milliseconds | null;
  /** 0–1, random for each answer, so that many printers do not poll in step. */
  readonly jitter: number;
  /** Something happened: ask at this moment, whatever the pace. */
  readonly askAt: Milliseconds | null;
  /** What happened; null when `askAt` is. */
  readonly occasion: Occasion | null;
  /** How long its requests take, for lanes.ts. */
  readonly habit: Habit;
}

/** A loss takes two looks out of turn, and more when its notification waits for others. */
const mostOutOfTurn = 3;

/** With 2.5 % of jitter on average these keep the requests of a day within 61 an hour at a poll of 60 s. */
const spare = { least: 3, most: 16, perPoll: 0.03 } as const;

/** Who is asked more seldom can afford as much less. The shortest second look is a sixth of the usual poll. */
function mostSpare(rules: Intervals): number {
  const usualPoll = 6 * rules.secondLook;
  return Math.min(spare.most, Math.max(spare.least, (spare.most * usualPoll) / rules.poll));
}

/** Jitter only ever lengthens an interval: a connection is never asked about faster than its interval says. */
const jitterShare = 0.05;

/** Those that back off began together, with one failure of the service, and would all come back in the same minute. */
const backOffJitterShare = 0.25;

/** The pace of a printer that has never been asked about: at once. */
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

/** The pace when a request starts at `at` only to find out whether there is a network: that costs nothing. */
export function paceTried(pace: PollState, at: Milliseconds): PollState {
  return { ...pace, askedAt: at, askAt: null, occasion: null };
}

/**
 * The pace when a request starts at `at`. One out of turn costs as much of a poll as it comes too early, whether alerting
 * wants it or a wake, a set clock or another network.
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
      : Math.min(mostSpare(rules), pace.spare + spare.perPoll);
  return { ...pace, askedAt: at, askAt: null, occasion: null, outOfTurn, spare: saved };
}

/** The pace after `answered` arrived at `at`; `random` is 0–1. */
export function paceAnswered(pace: PollState, answered: Answered, at: Milliseconds, random: number): PollState {
  return {
    ...pollWaiting(pace, answered, at),
    took: pace.askedAt === null ? 0 : at - pace.askedAt,
    jitter: random,
    failures: isTemporaryFailure(answered.outcome) ? pace.failures + failureWeight(answered.outcome, pace) : 0,
  };
}

/** The pace after a request took `took` milliseconds, whatever its answer is worth. */
export function paceTimed(pace: PollState, outcome: PollOutcome, took: Milliseconds, at: Milliseconds): PollState {
  return { ...pace, habit: habitAfter(pace.habit, took, outcome.kind !== 'no-answer', at) };
}

/** The pace when the user wants to know now. */
export function pollRefreshed(pace: PollState, at: Milliseconds): PollState {
  return { ...pace, askAt: at, occasion: 'refresh' };
}

/** Takes from an answer only how long OctoEverywhere wants to be left alone; it may ask for that with any status. */
export function pollWaiting(pace: PollState, { retryAfterSeconds }: Answered, at: Milliseconds): PollState {
  return { ...pace, notBefore: retryAfterSeconds === null ? null : at + retryAfterSeconds * SECOND };
}

/**
 * The pace when another printer was answered at `at` after the service had been silent: one that backs off is asked within a
 * poll, at a moment of its own.
 */
export function pollServiceBack(pace: PollState, at: Milliseconds, rules: Intervals): PollState {
  if (pace.failures < 2 || pace.askAt !== null) return pace;
  const askAt = Math.max(at + pace.jitter * rules.poll, (pace.askedAt ?? 0) + rules.secondLook);
  return { ...pace, askAt, occasion: 'service' };
}

/**
 * The pace after wake, network return or a set clock: at once when the network has settled, yet in turn when that happens
 * again and again. Running time stood still for `slept` ms; OctoEverywhere's patience did not. The `isFirst` shows whether a
 * network that came back is one; the others follow within half a poll, for half a country may have lost its network with us.
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

/** Whoever is told to ask less does so at once; any other first failure may have been a chance. */
function failureWeight(outcome: PollOutcome, { failures }: PollState): number {
  const { problem } = outcome.kind === 'no-answer' ? outcome : { problem: null };
  const isTooMany = problem?.type === 'http-status' && problem.status === 429;
  return isTooMany && failures === 0 ? 2 : 1;
}

/** 610 and silence back off. A keychain that does not answer costs OctoEverywhere nothing, so it is tried in turn. */
function isTemporaryFailure(outcome: PollOutcome): boolean {
  if (outcome.kind === 'update-needed') return true;
  return outcome.kind === 'no-answer' && outcome.problem.type !== 'keychain';
}

/**
 * When to ask about a printer next, running time. `wantedAt` is the moment alerting wants an answer out of turn, or null.
 * API §5: 60 s between polls, back-off to 5–10 min on temporary failures, 605 every 10 min, a refusal confirmed after
 * 60 s, a confirmed dead connection once an hour, `Retry-After` above all.
 */
export function nextCheckAt(
  pace: PollState,
  status: PrinterStatus,
  wantedAt: Milliseconds | null,
  rules: Intervals,
): Milliseconds {
  const inTurn = pace.askedAt === null ? 0 : pace.askedAt + plainInterval(pace, status, rules) * (1 + jitterOf(pace));
  // A request out of turn that brought nothing is not repeated out of turn: that would be a storm.
  const answered = status.silence === null && (status.refusal === null || status.kind === 'reconnect-needed');
  // Nor is it when every answer says something else, and so calls for another look each time.
  const isAfforded = pace.outOfTurn < mostOutOfTurn && pace.spare >= 1;
  const isWanted = wantedAt !== null && answered && isAfforded;
  // Not right after the last one, whoever else may be gathered.
  const outOfTurn = isWanted ? Math.max(wantedAt, (pace.askedAt ?? 0) + rules.secondLook) : null;
  const next = pace.askAt ?? Math.min(inTurn, outOfTurn ?? Number.POSITIVE_INFINITY);
  return Math.max(next, pace.notBefore ?? 0);
}

function jitterOf({ failures, jitter }: PollState): number {
  return (failures < 2 ? jitterShare : backOffJitterShare) * jitter;
}

/** How often a printer is asked on purpose, whatever failures do: what has not been backed for longer is stale. */
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
    // A request that brought nothing is no reason to wait another hour for the next.
    return Math.max(pace.failures > 0 ? rules.backOffLimit : rules.deadRecheck, rules.poll);
  }
  if (pace.failures > 0) {
    const backOff = Math.min(rules.poll * 2 ** (pace.failures - 1), rules.backOffLimit);
    return Math.max(backOff, rules.poll);
  }
  if (status.refusal !== null) {
    // The first refusal arrived some time after it was asked for; the confirmation has to be 60 s after its arrival.
    return rules.confirmRefusal + pace.took;
  }
  if (status.kind === 'perks-needed') return Math.max(rules.perksRecheck, rules.poll);
  return rules.poll;
}

/** When a refresh by hand may ask again: 5 s after the last request and never before `Retry-After`. */
export function refreshAllowedAt(pace: PollState, rules: Intervals): Milliseconds {
  const afterLast = pace.askedAt === null ? 0 : pace.askedAt + rules.refreshGap;
  return Math.max(afterLast, pace.notBefore ?? 0);
}
