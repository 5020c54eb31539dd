import type { Intervals } from './intervals.ts';
import { type Link, type LinkReport, nextLink } from './link.ts';
import type { PollOutcome, Problem, RefusalStatus } from './outcome.ts';
import type { Instant, Milliseconds } from './time.ts';

/** The state of one printer as people see it (texts in words/; colour and shape in the icon sources). */
export type StatusKind =
  | 'online'
  | 'offline'
  | 'reconnect-needed'
  | 'perks-needed'
  | 'update-needed'
  | 'unknown'
  | 'checking';

/** All moments are server time, UTC. */
export interface PrinterStatus {
  readonly kind: StatusKind;
  /** When this kind began, as truly as known: OctoEverywhere's own time where it fits what was seen. */
  readonly since: Instant;
  /** When the last usable answer came; null when there was none yet. */
  readonly answeredAt: Instant | null;
  /** Nothing has backed `kind` for a while: it is the last known state. */
  readonly stale: boolean;
  /** Set while requests bring no answer: since when, how many in a row, and the latest reason. */
  readonly silence: { readonly since: Instant; readonly failures: number; readonly problem: Problem } | null;
  /** Refusals since the last usable answer; not yet believed unless `kind` is `reconnect-needed`. */
  readonly refusal: {
    readonly status: RefusalStatus | 'token-lost';
    readonly firstAt: Instant;
    readonly lastAt: Instant;
  } | null;
  /** What is known of the link, whatever else the printer's connection is in; null before the first answer about it. */
  readonly link: Link | null;
}

/** What one outcome means in the light of what came before it. `long-silence` comes by the clock alone. */
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
 * The transition table: from the status in the row, by the finding in the column. A single refusal changes nothing (API
 * §5: such refusals have healed on their own), silence keeps the last known state until it has lasted for long, and a dead
 * connection stays dead through any silence.
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

/** The status of a printer that nobody has asked about yet; `link` is how its link was seen before. */
export function notYetChecked(at: Instant, link: Link | null = null): PrinterStatus {
  return { kind: 'checking', since: at, answeredAt: null, stale: false, silence: null, refusal: null, link };
}

/** The status after `outcome` arrived at `at`. Whether it has become stale is for {@link aged} to say. */
export function nextStatus(
  previous: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  rules: Pick<Intervals, 'confirmRefusal' | 'mergeGap'>,
): PrinterStatus {
  const kind = transitions[previous.kind][findingOf(previous, outcome, at, rules)];
  const since = kind === previous.kind ? previous.since : at;
  const report = linkReport(outcome);
  switch (outcome.kind) {
    case 'answered':
    case 'printer-not-connected': {
      const link = report === null ? previous.link : nextLink(previous.link, report, at, rules.mergeGap);
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

/** The status after server time turned out to be `by` ms later than thought, for moments from `from` on. */
export function corrected(status: PrinterStatus, from: Instant, by: Milliseconds): PrinterStatus {
  const moved = (at: Instant) => (at >= from ? at + by : at);
  const { silence, refusal, answeredAt } = status;
  const since = status.since === status.link?.since ? status.since : moved(status.since);
  return {
    ...status,
    since,
    answeredAt: answeredAt === null ? null : moved(answeredAt),
    silence: silence === null ? null : { ...silence, since: moved(silence.since) },
    refusal: refusal === null ? null : { ...refusal, firstAt: moved(refusal.firstAt), lastAt: moved(refusal.lastAt) },
  };
}

/** What an outcome says about the link; null when it says nothing. A 601 says "not connected", and not since when. */
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

/** After so many failed requests in a row, or so many intervals without an answer, the state is stale. */
const failuresUntilStale = 2;
const intervalsUntilStale = 2.5;

/**
 * The status at `at`, if nothing came in: stale after two failed requests or 2.5 intervals without an answer, unknown after
 * `rules.longSilence` or 2.5 intervals if that is longer. `interval` is how often this printer is asked on purpose. While
 * `isSettling`, right after sleep, it becomes no more than stale: its answer is on the way. The same object while nothing
 * changes.
 */
export function aged(
  status: PrinterStatus,
  at: Instant,
  interval: Milliseconds,
  rules: Pick<Intervals, 'longSilence'>,
  isSettling = false,
): PrinterStatus {
  const backedAt = lastBackedAt(status);
  if (backedAt === null) return status;
  const quietFor = at - backedAt;
  const isLong = quietFor >= Math.max(rules.longSilence, intervalsUntilStale * interval);
  const kind = isLong && !isSettling ? transitions[status.kind]['long-silence'] : status.kind;
  if (kind !== status.kind) return { ...status, kind, since: at, stale: false };
  const failures = status.silence?.failures ?? 0;
  const stale = failures >= failuresUntilStale || quietFor >= intervalsUntilStale * interval;
  return stale === status.stale ? status : { ...status, stale };
}

/** When {@link aged} is to be asked next if nothing comes in, UTC; null when nothing can change. */
export function agesAt(
  status: PrinterStatus,
  interval: Milliseconds,
  rules: Pick<Intervals, 'longSilence'>,
): Instant | null {
  const backedAt = lastBackedAt(status);
  if (backedAt === null) return null;
  if (!status.stale) return backedAt + intervalsUntilStale * interval;
  const isLasting = transitions[status.kind]['long-silence'] === status.kind;
  return isLasting ? null : backedAt + Math.max(rules.longSilence, intervalsUntilStale * interval);
}

/** The last answer that backed what is shown; null when nothing is claimed. */
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
  rules: Pick<Intervals, 'confirmRefusal'>,
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
      return first !== null && at - first.firstAt >= rules.confirmRefusal ? 'refused-again' : 'refused';
    }
    case 'no-answer':
      return 'silence';
  }
}
