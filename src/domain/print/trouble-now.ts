import type { Instant } from '../time.ts';
import type { PrintAlertKind } from './print-alert.ts';
import type { PrintStateKind, PrintStatus } from './print-status.ts';

/** What a printer says about a problem that the user was notified about: `unclear` if nothing, or only once. */
export type TroubleNow = 'lasts' | 'over' | 'unclear';

/** The plugin responds, but says nothing about the print. */
const withoutPrint: ReadonlySet<PrintStateKind> = new Set(['not-answering', 'no-login']);

/**
 * Returns whether a problem reported as `kind` still exists. `seenAt` is when its print was first seen (server time,
 * UTC), null for a problem without one. What has happened, such as a failure, lasts.
 */
export function troubleNow(kind: PrintAlertKind, seenAt: Instant | null, status: PrintStatus): TroubleNow {
  if (status.kind === 'unknown' || status.kind === 'not-available') return 'unclear';
  const isSilent = withoutPrint.has(status.kind);
  const isSame = (status.print?.seenAt ?? null) === seenAt;
  const seenTwice = status.confirmedAt > status.since ? 'lasts' : 'unclear';
  switch (kind) {
    case 'print-paused':
    case 'gadget-paused':
      if (isSilent) return 'unclear';
      return isSame && status.kind === 'paused' ? seenTwice : 'over';
    case 'gadget-warning':
      if (isSilent) return 'unclear';
      return isSame && status.print?.ended === null ? 'lasts' : 'over';
    case 'printer-not-answering':
      if (!isSilent) return 'over';
      return isSame ? seenTwice : 'unclear';
    case 'print-failed':
    case 'print-finished':
    case 'print-cancelled':
    case 'print-started':
    case 'first-layers-done':
      return 'lasts';
  }
}
