import type { Instant, Milliseconds } from '../time.ts';
import { MINUTE } from '../time.ts';
import type { Print } from './print.ts';
import type { PrintReport } from './print-report.ts';

/** No printer counts whole seconds for longer than this without getting to one. */
const firstSecond: Milliseconds = MINUTE;

/**
 * Returns a report with an unknown duration instead of zero, if its print was first seen running more than a minute
 * ago: some printers report 0 for what they don't know.
 */
export function withoutZeroDuration(report: PrintReport, running: Print | null, at: Instant): PrintReport {
  const isUnknown = report.duration === 0 && running !== null && at - running.seenAt > firstSecond;
  return isUnknown ? { ...report, duration: null } : report;
}
