import type { PrinterId } from '../printer.ts';
import type { Instant } from '../time.ts';
import { gadgetPause, recentWarning } from './gadget-concern.ts';
import type { PrintStatus } from './print-status.ts';
import { type PrintGlance, printGlance, printShown } from './shown-print.ts';

/**
 * Number of progress steps in the tray: fewer would hide half an hour of a long print, more look the same at 16 pixels.
 */
export const progressSteps = 12;

/** What the tray icon shows about prints. */
export interface PrintProgress {
  /** 0 to {@link progressSteps}; the last only when the print is done. */
  readonly step: number;
  /** Gadget has recently warned about a print, or paused it. */
  readonly warns: boolean;
}

/** The running print that represents all of them. */
export interface LeadingPrint {
  readonly printer: PrinterId;
  readonly glance: PrintGlance;
  /** What Gadget did; null for nothing. */
  readonly gadget: 'warning' | 'paused' | null;
  /** How many prints run. */
  readonly count: number;
}

/** Returns Gadget's concern about a running print; null for none. */
export function gadgetConcern(status: PrintStatus): 'warning' | 'paused' | null {
  const print = printShown(status);
  if (print === null) return null;
  if (gadgetPause(status) !== null) return 'paused';
  return recentWarning(print, status.confirmedAt) === null ? null : 'warning';
}

/**
 * Returns the print that Gadget warns about, else the one that ends first; those without a known end come last, the
 * most advanced first. Null when nothing is being printed. `printers` are the connected ones with their current status.
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

/** Returns what the tray icon shows of the leading print. */
export function progressOf({ glance, gadget }: LeadingPrint): PrintProgress {
  const step = Math.floor(((glance.progress ?? 0) / 100) * progressSteps);
  return { step, warns: gadget !== null };
}
