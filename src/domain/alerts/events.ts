import type { Intervals } from '../intervals.ts';
import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import type { AlertKind } from './alert.ts';
import type { Candidate } from './candidates.ts';

/**
 * A change of one printer, or of several for the same cause: power, router, OctoEverywhere, an account. Each event has
 * a notification, usually its own. Times are server time, UTC.
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
  /** Whether its notification reports something else too, which an update would erase. */
  readonly isShared: boolean;
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
 * they happened, not by when they were seen; so do recoveries, and all recoveries from one event belong together, even
 * if `events` has it twice, because some of its printers were muted. Everything else comes from the account or the
 * service, whenever each printer was checked.
 */
export function isSameCause(
  candidate: Candidate,
  anchor: Anchor,
  events: readonly AlertEvent[],
  intervals: Pick<Intervals, 'together'>,
): boolean {
  switch (candidate.kind) {
    case 'recovered':
      return endsTogether(candidate, anchor, events, intervals) || isTogether(candidate, anchor, intervals);
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

/** Whether both end events that began together, if not the same one. */
function endsTogether(
  { ends }: Candidate,
  anchor: Anchor,
  events: readonly AlertEvent[],
  { together }: Pick<Intervals, 'together'>,
): boolean {
  if (ends === null || anchor.ends === null || ends === anchor.ends) return ends !== null && ends === anchor.ends;
  const [one, other] = [ends, anchor.ends].map((id) => events.find((event) => event.id === id)?.anchor);
  if (one === undefined || other === undefined) return false;
  return one.latest >= other.earliest - together && one.earliest <= other.latest + together;
}

/**
 * Returns the event that a candidate belongs to and that can be updated in place: its notification is recent and
 * reports nothing else. Null without one.
 */
export function openEventFor(
  candidate: Candidate,
  events: readonly AlertEvent[],
  at: Instant,
  isCrowded: boolean,
  intervals: Pick<Intervals, 'together' | 'eventWindow' | 'poll' | 'hourBudgetTime'>,
): AlertEvent | null {
  const window = isCrowded ? intervals.hourBudgetTime : Math.max(intervals.eventWindow, 2 * intervals.poll);
  const found = events.findLast((event) => {
    if (event.kind !== candidate.kind || event.isShared || at - event.id > window) return false;
    return isCrowded || isSameCause(candidate, event.anchor, events, intervals);
  });
  return found ?? null;
}
