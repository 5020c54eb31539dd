import type { PrinterId } from '../printer.ts';
import { type Instant, MINUTE, type Milliseconds } from '../time.ts';
import type { PrintStatus } from './print-status.ts';
import { type PrintGlance, printGlance, printShown } from './shown-print.ts';

/** So many steps has the progress in the tray: fewer hide half an hour of a long print, more are not told apart at 16 pixels. */
export const progressSteps = 12;

/** What the tray icon shows of prints. */
export interface PrintProgress {
  /** 0 to {@link progressSteps}; the last only when all is done. */
  readonly step: number;
  /** Gadget has warned of a print lately, or paused it. */
  readonly warns: boolean;
}

/** The print that speaks for all that run. */
export interface LeadingPrint {
  readonly printer: PrinterId;
  readonly glance: PrintGlance;
  /** What Gadget did; null when it has nothing to say. */
  readonly gadget: 'warning' | 'paused' | null;
  /** How many prints run. */
  readonly count: number;
}

/** So long a warning is shown after Gadget gave it last: it repeats it while it sees reason for it. */
const warningHolds: Milliseconds = 30 * MINUTE;

/** What Gadget has to say of a print that runs; null for nothing. */
export function gadgetConcern(status: PrintStatus): 'warning' | 'paused' | null {
  const print = printShown(status);
  if (print === null) return null;
  const { warnedAt, pausedAt } = print.gadget;
  if (status.kind === 'paused' && pausedAt !== null && pausedAt >= status.since - 2 * MINUTE) return 'paused';
  return warnedAt !== null && status.confirmedAt - warnedAt < warningHolds ? 'warning' : null;
}

/**
 * Of several prints the one that Gadget warns of, else the one that ends first; those that nobody knows the end of come after
 * that, the most advanced first. Null when nothing is printed. `printers` are those that are connected, with what is known of them now.
 */
export function leadingPrint(
  printers: Iterable<{ readonly id: PrinterId; readonly print: PrintStatus }>,
): LeadingPrint | null {
  let lead: Omit<LeadingPrint, 'count'> | null = null;
  let count = 0;
  for (const { id, print } of printers) {
    if (printShown(print) === null) continue;
    count += 1;
    const one = { printer: id, glance: printGlance(print, true), gadget: gadgetConcern(print) };
    if (lead === null || isAhead(one, lead)) lead = one;
  }
  return lead === null ? null : { ...lead, count };
}

function isAhead(one: Omit<LeadingPrint, 'count'>, other: Omit<LeadingPrint, 'count'>): boolean {
  if ((one.gadget === null) !== (other.gadget === null)) return one.gadget !== null;
  const end = ({ glance }: { readonly glance: PrintGlance }): Instant => glance.finishAt ?? Number.POSITIVE_INFINITY;
  if (end(one) !== end(other)) return end(one) < end(other);
  return (one.glance.progress ?? -1) > (other.glance.progress ?? -1);
}

/** What the tray icon shows of the print that speaks for all. */
export function progressOf({ glance, gadget }: LeadingPrint): PrintProgress {
  const step = Math.floor(((glance.progress ?? 0) / 100) * progressSteps);
  return { step, warns: gadget !== null };
}
