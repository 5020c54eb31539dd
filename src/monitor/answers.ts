import type { Intervals } from '../domain/intervals.ts';
import type { Answered, PollOutcome } from '../domain/outcome.ts';
import { aged, corrected, linkReport, nextStatus } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import type { PrinterRecord } from './fleet.ts';
import { intendedInterval, paceAnswered } from './schedule.ts';
import type { Correction } from './server-clock.ts';

/** OctoEverywhere names the same moment each time; a sighting may have moved it a little. */
const namedTolerance: Milliseconds = 5 * SECOND;

/** When an answer came: in server time, which it may rest on OctoEverywhere's clock or on ours, and in running time. */
export interface AnswerTime {
  readonly at: Instant;
  readonly elapsed: Milliseconds;
  readonly isProven: boolean;
}

/** What is known of a printer after `answered`; `random` is 0–1. */
export function memberAnswered(
  member: PrinterRecord,
  answered: Answered,
  { at, elapsed, isProven }: AnswerTime,
  random: number,
  rules: Intervals,
): PrinterRecord {
  const { outcome } = answered;
  const status = nextStatus(member.status, outcome, at, rules);
  const info = outcome.kind === 'answered' ? outcome.info : member.info;
  const name = outcome.kind === 'answered' ? outcome.info.printerName : null;
  const printer = name === null || name === member.printer.name ? member.printer : { ...member.printer, name };
  const pace = paceAnswered(member.pace, answered, elapsed, random);
  return memberAged(
    { ...member, printer, status, info, pace, sighting: sightingOf(status, outcome, at, isProven, member) },
    at,
    rules,
  );
}

/** The same printer when nothing comes in: its state becomes stale, and then unknown. */
export function memberAged(member: PrinterRecord, at: Instant, rules: Intervals, isSettling = false): PrinterRecord {
  const status = aged(member.status, at, intendedInterval(member.pace, member.status, rules), rules, isSettling);
  return status === member.status ? member : { ...member, status };
}

/** The same printer after server time turned out to be another. */
export function memberCorrected(member: PrinterRecord, { from, by }: Correction): PrinterRecord {
  const { checkedAt } = member;
  return {
    ...member,
    status: corrected(member.status, from, by),
    checkedAt: checkedAt !== null && checkedAt >= from ? checkedAt + by : checkedAt,
  };
}

/** The times that count for the history: of the link as it was held against what was seen. */
function sightingOf(
  { link }: PrinterRecord['status'],
  outcome: PollOutcome,
  at: Instant,
  isProven: boolean,
  before: PrinterRecord,
): PrinterRecord['sighting'] {
  const report = linkReport(outcome);
  if (report === null || link === null) return before.sighting;
  const { connected } = report;
  const began = link.exact ? link.since : null;
  const [named, former] = connected
    ? [report.lastConnectedAt, report.lastDisconnectedAt]
    : [report.lastDisconnectedAt, report.lastConnectedAt];
  // Alone, or beside a beginning that cannot be true, the end of the former state proves nothing.
  const isNamed = began !== null && named !== null && Math.abs(named - began) <= namedTolerance;
  const ended = isNamed && former !== null && former <= began ? former : null;
  return {
    connected,
    lastConnectedAt: connected ? began : ended,
    lastDisconnectedAt: connected ? ended : began,
    at,
    isProven,
  };
}
