import type { PrinterStatus } from './status.ts';
import type { Instant } from './time.ts';

/**
 * Returns since when OctoEverywhere has not responded for any printer: the last response for any of them, else the
 * first failure; null while it responds, as far as is known. Printers that are checked rarely, or whose token cannot be
 * read, do not count.
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
    // A single failed request is not silence yet.
    if (kind !== 'unknown' && !status.stale) return null;
    if (answeredAt !== null) answered = Math.max(answered ?? answeredAt, answeredAt);
    silent = Math.min(silent ?? silence.since, silence.since);
  }
  return silent === null ? null : (answered ?? silent);
}
