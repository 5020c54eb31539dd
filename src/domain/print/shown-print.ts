import type { Intervals } from '../intervals.ts';
import type { PrinterStatus } from '../status.ts';
import { type Instant, MINUTE } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintStateKind, PrintStatus } from './print-status.ts';

/** The states in which a print is running. */
const running: ReadonlySet<PrintStateKind> = new Set(['warming-up', 'printing', 'paused', 'finishing']);

/** Number of polls without a response after which a print is stale. */
const staleAfter = 2.5;

/**
 * Returns the print whose figures may be shown as current; null when the printer is idle or does not respond: the
 * figures of an ended print are never shown as current.
 */
export function printShown({ kind, print }: PrintStatus): Print | null {
  return running.has(kind) && print !== null && print.ended === null ? print : null;
}

/** Whether a print was not confirmed for so long that it has to be shown with "last seen". */
export function isPrintStale(
  { kind, confirmedAt }: PrintStatus,
  at: Instant,
  intervals: Pick<Intervals, 'printing' | 'noPrint'>,
): boolean {
  return at - confirmedAt > staleAfter * (running.has(kind) ? intervals.printing : intervals.noPrint);
}

/** How often prints are polled at the normal rate, ms: data of a plugin that stopped responding is not current. */
const usualPace = { printing: MINUTE, noPrint: 5 * MINUTE } as const;

/** Returns what a connected printer is doing now; null when that is unknown or no longer current. */
export function currentPrintStatus(print: PrintStatus | null, connection: PrinterStatus): PrintStatus | null {
  if (print === null || connection.kind !== 'online' || connection.stale) return null;
  return isPrintStale(print, connection.answeredAt ?? 0, usualPace) ? null : print;
}

/** A print status short enough for icon, tooltip, status bars and rows. */
export interface PrintGlance {
  readonly kind: PrintStateKind;
  /** Whole percent of the running print; null when none is running or when unknown. */
  readonly progress: number | null;
  /** When it will be done, server time, UTC; null when unknown or while paused. */
  readonly finishAt: Instant | null;
  /** `finishAt` is uncertain. */
  readonly about: boolean;
}

const nothingKnown: PrintGlance = { kind: 'unknown', progress: null, finishAt: null, about: false };

/** Returns what is shown of a printer's print; nothing is known while it is not connected. */
export function printGlance(status: PrintStatus | null, isConnected: boolean): PrintGlance {
  if (status === null || !isConnected) return nothingKnown;
  const print = printShown(status);
  const isMoving = status.kind !== 'paused' && print !== null;
  const finish = isMoving ? print.finish : null;
  // Rounded down: 99.9 is not done.
  const progress = print === null || print.progress === null ? null : Math.floor(print.progress);
  return { kind: status.kind, progress, finishAt: finish?.at ?? null, about: finish?.about ?? false };
}
