import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintStatus } from './print-status.ts';

/** How long Gadget's last warning counts; Gadget repeats it while the reason persists. */
const warningHolds: Milliseconds = 30 * MINUTE;

/** By how much the time of Gadget's pause may lie before the last report of the running print. */
const pauseTolerance: Milliseconds = 2 * MINUTE;

/** Returns when Gadget last warned about a print (UTC), as seen at `at`; null if not recently. */
export function recentWarning({ gadget: { warnedAt } }: Print, at: Instant): Instant | null {
  return warnedAt !== null && at - warnedAt < warningHolds ? warnedAt : null;
}

/**
 * Returns when Gadget paused the print that is paused now (UTC); null if it did not. A pause that it made before the
 * print was last seen running is over.
 */
export function gadgetPause({ kind, since, print }: PrintStatus): Instant | null {
  const pausedAt = print?.gadget.pausedAt ?? null;
  if (kind !== 'paused' || print === null || pausedAt === null) return null;
  return pausedAt >= ranUntil(print, since) - pauseTolerance ? pausedAt : null;
}

/** Returns when a print that has been paused `since` then was last seen running, UTC; `since` if it never was. */
export function ranUntil({ ranAt }: Print, since: Instant): Instant {
  return ranAt === null ? since : Math.min(ranAt, since);
}
