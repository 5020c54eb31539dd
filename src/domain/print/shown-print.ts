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
