import type { Instant } from '../time.ts';
import type { PrintAlertKind } from './print-alert.ts';
import type { PrintStateKind, PrintStatus } from './print-status.ts';

/** Nothing is known about the print. */
const withoutPrint: ReadonlySet<PrintStateKind> = new Set(['unknown', 'not-available', 'not-answering', 'no-login']);

/**
 * Whether a problem that was reported as `kind` is over, now that this is the status of the printer's prints (null: they
 * are no longer watched). `seenAt` is when its print was first seen (server time, UTC); null for a problem without a
 * print. What has happened is never over, except a failure after which the print goes on.
 */
export function isTroubleOver(kind: PrintAlertKind, seenAt: Instant | null, status: PrintStatus | null): boolean {
  switch (kind) {
    case 'print-paused':
    case 'gadget-paused':
      if (status === null) return true;
      return !withoutPrint.has(status.kind) && !(status.kind === 'paused' && isSame(status, seenAt));
    case 'gadget-warning':
      if (status === null) return true;
      // It is not repeated, so a single odd response doesn't end it.
      if (withoutPrint.has(status.kind) || status.confirmedAt === status.since) return false;
      return !isSame(status, seenAt) || status.print?.ended !== null;
    case 'printer-not-answering':
      return status === null || !withoutPrint.has(status.kind);
    case 'print-failed':
      // Some printers report a problem that can be solved as an error, and print on afterwards.
      return status !== null && isSame(status, seenAt) && isRunningAgain(status);
    case 'print-finished':
    case 'print-cancelled':
    case 'print-started':
    case 'first-layers-done':
      return false;
  }
}

/** Whether the print runs, which a single odd response does not show. */
function isRunningAgain({ kind, since, confirmedAt, print }: PrintStatus): boolean {
  return print !== null && print.ended === null && !withoutPrint.has(kind) && confirmedAt !== since;
}

function isSame({ print }: PrintStatus, seenAt: Instant | null): boolean {
  return (print?.seenAt ?? null) === seenAt;
}
