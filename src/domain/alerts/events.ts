import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { AlertKind } from './alert.ts';
import type { Candidate } from './candidates.ts';

/**
 * A change of one printer, or of several for the same cause: power, router, OctoEverywhere, an account. Each event has
 * one notification. Times are server time, UTC.
 */
export interface AlertEvent {
  /** When its notification was first shown; unique. */
  readonly id: Instant;
  readonly kind: AlertKind;
  readonly notification: number;
  /** All printers so far, in the order in which they were added, and when it happened to each. */
  readonly members: readonly EventMember[];
  /** When it happened to the first of them. */
  readonly anchor: Anchor;
  /** How many printers the cause affected; for an end, those of its beginning. */
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
  /** The event whose end it is; null when it is not an end. */
  readonly ends: Instant | null;
}

export function memberOf({ printer, since }: Candidate): EventMember {
  return { printer, since };
}

export function anchorOf({ earliest, since, ends }: Candidate): Anchor {
  return { earliest, latest: since, ends };
}

/**
 * Whether a candidate has the same cause as the one that `anchor` comes from. Disconnections belong together by when
 * they happened, not by when they were seen; so do recoveries, and all recoveries from one event belong together.
 * Everything else comes from the account or the service, whenever each printer was checked.
 */
export function isSameCause(candidate: Candidate, anchor: Anchor, intervals: Pick<Intervals, 'together'>): boolean {
  switch (candidate.kind) {
    case 'recovered':
      if (candidate.ends !== null && candidate.ends === anchor.ends) return true;
      return isTogether(candidate, anchor, intervals);
    case 'disconnected':
      return isTogether(candidate, anchor, intervals);
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

/** Returns the event that a candidate belongs to and that is recent enough to be updated in place; null without one. */
export function openEventFor(
  candidate: Candidate,
  events: readonly AlertEvent[],
  at: Instant,
  isCrowded: boolean,
  intervals: Pick<Intervals, 'together' | 'eventWindow' | 'poll' | 'hourBudgetTime'>,
): AlertEvent | null {
  const window = isCrowded ? intervals.hourBudgetTime : Math.max(intervals.eventWindow, 2 * intervals.poll);
  const found = events.findLast((event) => {
    if (event.kind !== candidate.kind || at - event.id > window) return false;
    return isCrowded || isSameCause(candidate, event.anchor, intervals);
  });
  return found ?? null;
}
