import { isStale } from './shown-status.ts';
import type { PrinterStatus } from './status.ts';
import type { Instant } from './time.ts';

/**
 * Since when OctoEverywhere has answered about no printer, by the last answer about any, or else the first that failed; null
 * while it answers, as far as is known. What is asked seldom, or cannot be asked for want of a token, says nothing of it.
 */
export function serviceSilentSince(statuses: Iterable<PrinterStatus>): Instant | null {
  let answered: Instant | null = null;
  let silent: Instant | null = null;
  for (const status of statuses) {
    const { kind, silence, answeredAt } = status;
    if (silence?.problem.type === 'keychain') continue;
    if (silence === null) {
      if (kind === 'reconnect-needed' || kind === 'perks-needed' || kind === 'checking') continue;
      return null;
    }
    // One answer that failed is no silence yet.
    if (kind !== 'unknown' && !isStale(status)) return null;
    if (answeredAt !== null) answered = Math.max(answered ?? answeredAt, answeredAt);
    silent = Math.min(silent ?? silence.since, silence.since);
  }
  return silent === null ? null : (answered ?? silent);
}
