import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { AlertKind } from './alert.ts';
import type { Candidate } from './candidates.ts';

/**
 * Whatever changed one printer, or several for one cause: power, router, OctoEverywhere, an account. One event is one
 * notification. Moments are server time, UTC.
 */
export interface AlertEvent {
  /** When its notification was first shown; no two have the same. */
  readonly id: Instant;
  readonly kind: AlertKind;
  readonly notification: number;
  /** All of them so far, in the order in which they were seen, and when it happened to each. */
  readonly members: readonly EventMember[];
  /** Between these moments it happened to the first of them. */
  readonly anchor: Anchor;
  /** How many printers the same cause took, when it is an end: those of the beginning. */
  readonly total: number;
  readonly updatedAt: Instant;
}

export interface EventMember {
  readonly printer: PrinterId;
  readonly since: Instant;
}

export interface Anchor {
  readonly earliest: Instant;
  readonly latest: Instant;
  /** The event whose end it is; null when it is none. */
  readonly ends: Instant | null;
}

export function memberOf({ printer, since }: Candidate): EventMember {
  return { printer, since };
}

export function anchorOf({ earliest, since, ends }: Candidate): Anchor {
  return { earliest, latest: since, ends };
}

/**
 * Whether a candidate has the cause of the one that `anchor` is from. Losses belong together by when they happened, not by
 * when they were seen, and so do their ends, as well as the ends of one loss. All else comes from the account or the
 * service, whenever each printer was asked.
 */
export function isSameCause(candidate: Candidate, anchor: Anchor, rules: Pick<Intervals, 'together'>): boolean {
  switch (candidate.kind) {
    case 'recovered':
      if (candidate.ends !== null && candidate.ends === anchor.ends) return true;
      return isTogether(candidate, anchor, rules);
    case 'disconnected':
      return isTogether(candidate, anchor, rules);
    case 'unstable':
    case 'reconnect-needed':
    case 'reconnect-healed':
    case 'perks-needed':
    case 'perks-restored':
    case 'update-needed':
      return true;
  }
}

function isTogether(
  { earliest, since }: Candidate,
  anchor: Anchor,
  { together }: Pick<Intervals, 'together'>,
): boolean {
  return since >= anchor.earliest - together && earliest <= anchor.latest + together;
}

/** The notification that a candidate belongs to and that is recent enough to change in place; null when there is none. */
export function openEventFor(
  candidate: Candidate,
  events: readonly AlertEvent[],
  at: Instant,
  isCrowded: boolean,
  rules: Pick<Intervals, 'together' | 'eventWindow' | 'poll' | 'hourBudgetTime'>,
): AlertEvent | null {
  const window = isCrowded ? rules.hourBudgetTime : Math.max(rules.eventWindow, 2 * rules.poll);
  const found = events.findLast((event) => {
    if (event.kind !== candidate.kind || at - event.id > window) return false;
    return isCrowded || isSameCause(candidate, event.anchor, rules);
  });
  return found ?? null;
}
