import { type Correction, corrected } from './correction.ts';
import type { Intervals } from './intervals.ts';
import { type Link, type LinkReport, linkCorrected, nextLink } from './link.ts';
import type { PollOutcome, Problem, RefusalStatus } from './outcome.ts';
import type { Instant, Milliseconds } from './time.ts';

/** The status of one printer (texts in `src/i18n`; colour and shape in the icon sources). */
export type StatusKind =
  | 'online'
  | 'offline'
  | 'reconnect-needed'
  | 'perks-needed'
  | 'update-needed'
  | 'unknown'
  | 'checking';

/** All times are server time, UTC. */
export interface PrinterStatus {
  readonly kind: StatusKind;
  /** When this kind began, as exactly as known: OctoEverywhere's own time if it is consistent with what was seen. */
  readonly since: Instant;
  /** When the last usable response arrived; null when there was none yet. */
  readonly answeredAt: Instant | null;
  /** Nothing has confirmed `kind` for a while: it is the last known state. */
  readonly stale: boolean;
  /** Set while requests fail: since when, how many in a row, and the latest reason. */
  readonly silence: { readonly since: Instant; readonly failures: number; readonly problem: Problem } | null;
  /** Rejections since the last usable response; not yet believed unless `kind` is `reconnect-needed`. */
  readonly refusal: {
    readonly status: RefusalStatus | 'token-lost';
    readonly firstAt: Instant;
    readonly lastAt: Instant;
  } | null;
  /** The last known link, whatever `kind` is; null before the first response about it. */
  readonly link: Link | null;
}

/** What an outcome means, given the previous ones. `long-silence` depends on the clock alone. */
export type Finding =
  | 'connected'
  | 'not-connected'
  | 'perks'
  | 'update'
  | 'refused'
  | 'refused-again'
  | 'token-lost'
  | 'silence'
  | 'long-silence';

/**
 * The transition table: from the status in the row, by the finding in the column. A single rejection changes nothing
 * (such rejections have healed on their own), silence keeps the last known state until it has lasted for long,
 * and a dead connection stays dead through any silence.
 */
export const transitions: Readonly<Record<StatusKind, Readonly<Record<Finding, StatusKind>>>> = (() => {
  const answered = {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
  } as const;
  return {
    online: { ...answered, refused: 'online', silence: 'online', 'long-silence': 'unknown' },
    offline: { ...answered, refused: 'offline', silence: 'offline', 'long-silence': 'unknown' },
    'reconnect-needed': {
      ...answered,
      refused: 'reconnect-needed',
      silence: 'reconnect-needed',
      'long-silence': 'reconnect-needed',
    },
    'perks-needed': { ...answered, refused: 'perks-needed', silence: 'perks-needed', 'long-silence': 'unknown' },
    'update-needed': { ...answered, refused: 'update-needed', silence: 'update-needed', 'long-silence': 'unknown' },
    unknown: { ...answered, refused: 'unknown', silence: 'unknown', 'long-silence': 'unknown' },
    checking: { ...answered, refused: 'checking', silence: 'unknown', 'long-silence': 'unknown' },
  };
})();

/** Returns the status of a printer that has not been checked yet; `link` is its last known link. */
export function notYetChecked(at: Instant, link: Link | null = null): PrinterStatus {
  return { kind: 'checking', since: at, answeredAt: null, stale: false, silence: null, refusal: null, link };
}

/**
 * Returns the status after `outcome`, created at `seenAt`, arrived at `at`. {@link aged} decides whether it has become
 * stale.
 */
export function nextStatus(
  previous: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  intervals: Pick<Intervals, 'confirmRefusal' | 'mergeGap'>,
  seenAt: Instant = at,
): PrinterStatus {
  const kind = transitions[previous.kind][findingOf(previous, outcome, at, intervals)];
  const since = kind === previous.kind ? previous.since : at;
  const report = linkReport(outcome);
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected': {
      const link = report === null ? previous.link : nextLink(previous.link, report, at, intervals.mergeGap, seenAt);
      return { kind, since: link?.since ?? at, answeredAt: at, stale: false, silence: null, refusal: null, link };
    }
    case 'perks-needed':
    case 'update-needed':
      return { ...previous, kind, since, answeredAt: at, stale: false, silence: null, refusal: null };
    case 'refused':
    case 'token-lost': {
      const status = outcome.kind === 'refused' ? outcome.status : outcome.kind;
      const refusal = { status, firstAt: previous.refusal?.firstAt ?? at, lastAt: at };
      return { ...previous, kind, since, silence: null, refusal };
    }
    case 'no-answer': {
      const { silence } = previous;
      const failures = (silence?.failures ?? 0) + 1;
      return { ...previous, kind, since, silence: { since: silence?.since ?? at, failures, problem: outcome.problem } };
    }
  }
}

/** Returns the status after a correction of server time. */
export function statusCorrected(status: PrinterStatus, correction: Correction): PrinterStatus {
  const { silence, refusal, answeredAt } = status;
  const moved = (at: Instant) => corrected(at, correction);
  const link = status.link === null ? null : linkCorrected(status.link, correction);
  return {
    ...status,
    link,
    since: status.since === status.link?.since ? (link?.since ?? status.since) : moved(status.since),
    answeredAt: corrected(answeredAt, correction),
    silence: silence === null ? null : { ...silence, since: moved(silence.since) },
    refusal: refusal === null ? null : { ...refusal, firstAt: moved(refusal.firstAt), lastAt: moved(refusal.lastAt) },
  };
}

/** Returns what an outcome reports about the link; null for nothing. A 601 reports "not connected" without a time. */
export function linkReport(outcome: PollOutcome): LinkReport | null {
  switch (outcome.kind) {
    case 'answered': {
      const { isOnline, lastConnectedAt, lastDisconnectedAt } = outcome.info;
      return { connected: isOnline, lastConnectedAt, lastDisconnectedAt };
    }
    case 'printer-not-connected':
      return { connected: false, lastConnectedAt: null, lastDisconnectedAt: null };
    case 'refused':
    case 'perks-needed':
    case 'update-needed':
    case 'token-lost':
    case 'no-answer':
      return null;
  }
}

/** The status is stale after this many failed requests in a row, or this many intervals without a response. */
const failuresUntilStale = 2;
const intervalsUntilStale = 2.5;

/**
 * Returns the status at `at` if no response has arrived: stale after two failed requests or 2.5 intervals without a
 * response, unknown after `intervals.longSilence` or 2.5 intervals if that is longer. `interval` is how often this
 * printer is meant to be checked. While `isSettling`, right after sleep, it becomes stale at most: its response is on
 * the way. Returns the same object if nothing changes.
 */
export function aged(
  status: PrinterStatus,
  at: Instant,
  interval: Milliseconds,
  intervals: Pick<Intervals, 'longSilence'>,
  isSettling = false,
): PrinterStatus {
  const backedAt = lastBackedAt(status);
  if (backedAt === null) return status;
  const quietFor = at - backedAt;
  const isLong = quietFor >= Math.max(intervals.longSilence, intervalsUntilStale * interval);
  const kind = isLong && !isSettling ? transitions[status.kind]['long-silence'] : status.kind;
  if (kind !== status.kind) return { ...status, kind, since: at, stale: false };
  const failures = status.silence?.failures ?? 0;
  const stale = failures >= failuresUntilStale || quietFor >= intervalsUntilStale * interval;
  return stale === status.stale ? status : { ...status, stale };
}

/** Returns when to call {@link aged} next if no response arrives, UTC; null when nothing can change. */
export function agesAt(
  status: PrinterStatus,
  interval: Milliseconds,
  intervals: Pick<Intervals, 'longSilence'>,
): Instant | null {
  const backedAt = lastBackedAt(status);
  if (backedAt === null) return null;
  if (!status.stale) return backedAt + intervalsUntilStale * interval;
  const isLasting = transitions[status.kind]['long-silence'] === status.kind;
  return isLasting ? null : backedAt + Math.max(intervals.longSilence, intervalsUntilStale * interval);
}

/** Returns when the last response confirmed what is shown; null when nothing is claimed. */
function lastBackedAt(status: PrinterStatus): Instant | null {
  switch (status.kind) {
    case 'online':
    case 'offline':
    case 'perks-needed':
    case 'update-needed':
      return status.answeredAt;
    case 'reconnect-needed':
      return status.refusal?.lastAt ?? null;
    case 'unknown':
    case 'checking':
      return null;
  }
}

function findingOf(
  previous: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  intervals: Pick<Intervals, 'confirmRefusal'>,
): Finding {
  switch (outcome.kind) {
    case 'answered':
      return outcome.info.isOnline ? 'connected' : 'not-connected';
    case 'printer-not-connected':
      return 'not-connected';
    case 'perks-needed':
      return 'perks';
    case 'update-needed':
      return 'update';
    case 'token-lost':
      return 'token-lost';
    case 'refused': {
      const first = previous.refusal;
      return first !== null && at - first.firstAt >= intervals.confirmRefusal ? 'refused-again' : 'refused';
    }
    case 'no-answer':
      return 'silence';
  }
}
