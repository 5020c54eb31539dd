import type { PrintAlertKind } from './print-alert.ts';
import type { PrintStateKind } from './print-status.ts';

/**
 * Whether what a notification asked for is done, judging by what the printer does now: a paused print goes on or has
 * ended, a printer responds again. A failed print and a warning are over only when the user has seen them.
 */
export function isPrintAlertOver(kind: PrintAlertKind, now: PrintStateKind): boolean {
  switch (kind) {
    case 'print-paused':
    case 'gadget-paused':
      return responds[now] && now !== 'paused';
    case 'printer-not-answering':
      return responds[now];
    case 'print-failed':
    case 'gadget-warning':
    case 'print-finished':
    case 'print-cancelled':
    case 'print-started':
    case 'first-layers-done':
      return false;
  }
}

/** The states that a printer reports itself. */
const responds: Readonly<Record<PrintStateKind, boolean>> = {
  unknown: false,
  idle: true,
  'warming-up': true,
  printing: true,
  paused: true,
  finishing: true,
  finished: true,
  failed: true,
  cancelled: true,
  'not-answering': false,
  'no-login': false,
  'not-available': false,
};
