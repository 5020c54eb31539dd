import { type Correction, corrected } from '../domain/correction.ts';
import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import type { TimeSource } from '../domain/record-sighting.ts';
import { aged, linkReport, nextStatus, statusCorrected } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import { intendedInterval } from './check-interval.ts';
import type { PrinterRecord } from './fleet.ts';
import { pollAnswered } from './schedule.ts';

/** OctoEverywhere reports the same time in each response, but the link's time may have been adjusted to a sighting. */
const namedTolerance: Milliseconds = 5 * SECOND;

/** When a response arrived, in server time, running time and by this computer's clock. */
export interface ResponseTime extends TimeSource {
  readonly at: Instant;
  /** When its request was sent, server time, UTC. */
  readonly requestedAt: Instant;
  /** When OctoEverywhere created it, server time, UTC. */
  readonly madeAt: Instant;
  readonly elapsed: Milliseconds;
}

/** Returns a printer's record after `answered`; `random` is 0–1. */
export function memberAnswered(
  member: PrinterRecord,
  answered: Answered,
  time: ResponseTime,
  random: number,
  intervals: Intervals,
): PrinterRecord {
  const { outcome } = answered;
  const { at, madeAt, elapsed } = time;
  const status = nextStatus(member.status, outcome, at, intervals, madeAt);
  const info = outcome.kind === 'answered' ? outcome.info : member.info;
  const name = outcome.kind === 'answered' ? outcome.info.printerName : null;
  const printer = name === null || name === member.printer.name ? member.printer : { ...member.printer, name };
  const pollState = pollAnswered(member.pollState, answered, elapsed, random);
  return memberAged(
    { ...member, printer, status, info, pollState, sighting: sightingOf(status, outcome, time, member) },
    at,
    intervals,
  );
}

/** Returns a printer's record when no response arrives: its status becomes stale, then unknown. */
export function memberAged(
  member: PrinterRecord,
  at: Instant,
  intervals: Intervals,
  isSettling = false,
): PrinterRecord {
  const status = aged(
    member.status,
    at,
    intendedInterval(member.pollState, member.status, intervals),
    intervals,
    isSettling,
  );
  return status === member.status ? member : { ...member, status };
}

/** Returns a printer's record after a correction of server time. */
export function memberCorrected(member: PrinterRecord, correction: Correction): PrinterRecord {
  return {
    ...member,
    status: statusCorrected(member.status, correction),
    checkedAt: corrected(member.checkedAt, correction),
  };
}

/**
 * Returns the times for the history: those of the link, which were checked against what was seen. `at` is when the
 * response was created, as far as it is known: a slow one says nothing about the time it took.
 */
function sightingOf(
  { link }: PrinterRecord['status'],
  outcome: PollOutcome,
  { at, requestedAt, madeAt, isProven, byOwnClock }: ResponseTime,
  before: PrinterRecord,
): PrinterRecord['sighting'] {
  const report = linkReport(outcome);
  if (report === null || link === null) return before.sighting;
  const { connected } = report;
  const began = link.exact ? link.since : null;
  const [named, former] = connected
    ? [report.lastConnectedAt, report.lastDisconnectedAt]
    : [report.lastDisconnectedAt, report.lastConnectedAt];
  // The end of the former state proves nothing on its own or next to an implausible beginning.
  const isNamed = began !== null && named !== null && Math.abs(named - began) <= namedTolerance;
  const ended = isNamed && former !== null && former <= began ? former : null;
  return {
    connected,
    lastConnectedAt: connected ? began : ended,
    lastDisconnectedAt: connected ? ended : began,
    at: Math.min(at, Math.max(requestedAt, madeAt, began ?? madeAt)),
    isProven,
    byOwnClock,
  };
}
