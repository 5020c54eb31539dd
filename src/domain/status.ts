import type { ConnectionInfo } from './connection-info.ts';
import type { PollOutcome, Problem, RefusalStatus } from './outcome.ts';
import type { Rules } from './rules.ts';
import { type Instant, SECOND } from './time.ts';

/** The state of one printer as people are told it (words in words.ts; colour and shape in the icon sources). */
export type StatusKind =
  | 'online'
  | 'offline'
  | 'reconnect-needed'
  | 'perks-needed'
  | 'update-needed'
  | 'unknown'
  | 'checking';

export interface PrinterStatus {
  readonly kind: StatusKind;
  /** Only while `kind` is `unknown`: what it was before nobody could say any more. */
  readonly lastKnown?: StatusKind;
  /** When this kind began, as truly as known: OctoEverywhere's own time where it is plausible. */
  readonly since: Instant;
  /** When the last usable answer came; null when there was none yet. */
  readonly answeredAt: Instant | null;
  /** Set while questions bring no answer: since when, and the latest reason. `kind` is then the last known state. */
  readonly silence: { readonly since: Instant; readonly problem: Problem } | null;
  /** The first refusal since the last usable answer; not yet believed unless `kind` is `reconnect-needed`. */
  readonly refusal: { readonly status: RefusalStatus | 'token-lost'; readonly firstAt: Instant } | null;
}

/** What one outcome means in the light of what came before it. */
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
 * §5: such refusals have healed by themselves), silence keeps the last known state until patience ends, and a dead
 * connection stays dead through any silence.
 */
export const transitions: Readonly<Record<StatusKind, Readonly<Record<Finding, StatusKind>>>> = (() => {
  const told = {
    connected: 'online',
    'not-connected': 'offline',
    perks: 'perks-needed',
    update: 'update-needed',
    'refused-again': 'reconnect-needed',
    'token-lost': 'reconnect-needed',
  } as const;
  return {
    online: { ...told, refused: 'online', silence: 'online', 'long-silence': 'unknown' },
    offline: { ...told, refused: 'offline', silence: 'offline', 'long-silence': 'unknown' },
    'reconnect-needed': {
      ...told,
      refused: 'reconnect-needed',
      silence: 'reconnect-needed',
      'long-silence': 'reconnect-needed',
    },
    'perks-needed': { ...told, refused: 'perks-needed', silence: 'perks-needed', 'long-silence': 'unknown' },
    'update-needed': { ...told, refused: 'update-needed', silence: 'update-needed', 'long-silence': 'unknown' },
    unknown: { ...told, refused: 'unknown', silence: 'unknown', 'long-silence': 'unknown' },
    checking: { ...told, refused: 'checking', silence: 'unknown', 'long-silence': 'unknown' },
  };
})();

/** The status of a printer that nobody has asked about yet. */
export function notYetChecked(at: Instant): PrinterStatus {
  return { kind: 'checking', since: at, answeredAt: null, silence: null, refusal: null };
}

/** The status after `outcome` arrived at `at`. */
export function nextStatus(
  previous: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  rules: Pick<Rules, 'confirmRefusal' | 'patience'>,
): PrinterStatus {
  const finding = findingOf(previous, outcome, at, rules);
  const kind = transitions[previous.kind][finding];
  const since = kind === previous.kind ? previous.since : at;
  switch (outcome.kind) {
    case 'answered':
      return { kind, since: sinceBy(outcome.info, previous, at), answeredAt: at, silence: null, refusal: null };
    case 'printer-not-connected':
    case 'perks-needed':
    case 'update-needed':
      return { kind, since, answeredAt: at, silence: null, refusal: null };
    case 'refused':
    case 'token-lost': {
      const status = outcome.kind === 'refused' ? outcome.status : outcome.kind;
      const firstAt = previous.refusal?.firstAt ?? at;
      const lastKnown = kind === 'unknown' ? previous.lastKnown : undefined;
      return {
        kind,
        ...(lastKnown === undefined ? {} : { lastKnown }),
        since,
        answeredAt: previous.answeredAt,
        silence: null,
        refusal: { status, firstAt },
      };
    }
    case 'no-answer':
      return {
        kind,
        ...(kind === 'unknown' ? { lastKnown: previous.lastKnown ?? previous.kind } : {}),
        since,
        answeredAt: previous.answeredAt,
        silence: { since: previous.silence?.since ?? at, problem: outcome.problem },
        refusal: previous.refusal,
      };
  }
}

function findingOf(
  previous: PrinterStatus,
  outcome: PollOutcome,
  at: Instant,
  rules: Pick<Rules, 'confirmRefusal' | 'patience'>,
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
    case 'no-answer': {
      const since = previous.silence?.since ?? at;
      return at - since >= rules.patience ? 'long-silence' : 'silence';
    }
  }
}

/** How far OctoEverywhere's clock and ours may differ before its times stop being plausible. */
const clockTolerance = 10 * SECOND;

/**
 * Since when the printer has been as `info` says. OctoEverywhere's time is taken where it fits what was seen: not in the
 * future, and not before the last answer that said the opposite. A wrong clock on either side would otherwise turn a
 * blip into a long loss.
 */
function sinceBy(info: ConnectionInfo, previous: PrinterStatus, at: Instant): Instant {
  const kind: StatusKind = info.isOnline ? 'online' : 'offline';
  const opposite: StatusKind = info.isOnline ? 'offline' : 'online';
  const said = info.isOnline ? info.lastConnectedAt : info.lastDisconnectedAt;
  const saidOpposite = info.isOnline ? info.lastDisconnectedAt : info.lastConnectedAt;
  const earliest = previous.kind === opposite && previous.answeredAt !== null ? previous.answeredAt : null;
  const plausible =
    said !== null &&
    said <= at + clockTolerance &&
    (saidOpposite === null || said >= saidOpposite) &&
    (earliest === null || said >= earliest - clockTolerance);
  if (plausible) return Math.min(said, at);
  return previous.kind === kind ? previous.since : at;
}
