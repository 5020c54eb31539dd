import type { Intervals } from '../intervals.ts';
import type { Instant } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintStateKind, PrintStatus } from './print-status.ts';

/** States in which the figures of a print are those of the print that runs. */
const running: ReadonlySet<PrintStateKind> = new Set(['warming-up', 'printing', 'paused', 'finishing']);

/** Polls without an answer after which what is known of a print is no more than that. */
const staleAfter = 2.5;

/**
 * The print whose figures may be shown as what a printer does now; null when it prints nothing, or does not answer: the
 * figures of a print that is over are never those of the printer.
 */
export function printShown({ kind, print }: PrintStatus): Print | null {
  return running.has(kind) && print !== null && print.ended === null ? print : null;
}

/** Whether what is known of a print was not confirmed for too long to be said without "last seen". */
export function isPrintStale(
  { kind, confirmedAt }: PrintStatus,
  at: Instant,
  rules: Pick<Intervals, 'printing' | 'noPrint'>,
): boolean {
  return at - confirmedAt > staleAfter * (running.has(kind) ? rules.printing : rules.noPrint);
}

/** What a printer does in the few words and figures that icon, tooltip, status bars and rows have room for. */
export interface PrintGlance {
  readonly kind: PrintStateKind;
  /** Whole percent of the print that runs; null when none does, or nobody knows. */
  readonly progress: number | null;
  /** When it will be done, server time, UTC; null when nothing tells, and while it stands still. */
  readonly finishAt: Instant | null;
  /** That moment is uncertain. */
  readonly about: boolean;
}

const nothingKnown: PrintGlance = { kind: 'unknown', progress: null, finishAt: null, about: false };

/** What is shown of a printer's print; of one that is not connected nothing is known. */
export function printGlance(status: PrintStatus | null, isConnected: boolean): PrintGlance {
  if (status === null || !isConnected) return nothingKnown;
  const print = printShown(status);
  const isMoving = status.kind !== 'paused' && print !== null;
  const finish = isMoving ? print.finish : null;
  // What is not done is not all: 99.9 is no 100.
  const progress = print === null || print.progress === null ? null : Math.floor(print.progress);
  return { kind: status.kind, progress, finishAt: finish?.at ?? null, about: finish?.about ?? false };
}
