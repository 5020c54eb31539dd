import { DAY, type Instant, type Milliseconds } from '../time.ts';
import type { Print, PrintResult } from './print.ts';

/** A print that has ended, as recorded. Times are server time, UTC. */
export interface PrintRecord {
  /** When it was first seen; unique for each print of a printer. */
  readonly seenAt: Instant;
  readonly endedAt: Instant;
  /** False if its end was not seen. */
  readonly exact: boolean;
  readonly result: PrintResult;
  /** Null when unknown. */
  readonly duration: Milliseconds | null;
  readonly fileName: string | null;
}

/** Sorted by end. */
export type PrintHistory = readonly PrintRecord[];

const keptFor: Milliseconds = 90 * DAY;

/** Far more than a printer prints in that time. */
export const mostRecords = 5_000;

/** Returns the record of a print; null while it is running. */
export function printRecordOf(print: Print | null): PrintRecord | null {
  if (print === null || print.ended === null) return null;
  const { seenAt, fileName, ended } = print;
  const length = print.duration ?? (ended.exact ? Math.max(0, ended.at - print.startedAt) : null);
  return { seenAt, endedAt: ended.at, exact: ended.exact, result: ended.result, duration: length, fileName };
}

/** Returns the history with a record, which replaces an older one of the same print. */
export function withPrintRecord(history: PrintHistory, record: PrintRecord): PrintHistory {
  const others = history.filter(({ seenAt }) => seenAt !== record.seenAt);
  const after = others.findLastIndex(({ endedAt }) => endedAt <= record.endedAt) + 1;
  return others.toSpliced(after, 0, record);
}

/** Returns the records to keep at `now`: the last 90 days. Records from the future come from a wrong clock. */
export function boundedPrints(history: PrintHistory, now: Instant): PrintHistory {
  return history.filter(({ endedAt }) => endedAt > now - keptFor && endedAt <= now + DAY).slice(-mostRecords);
}

export function isSameRecord(one: PrintRecord, other: PrintRecord): boolean {
  return (
    one.seenAt === other.seenAt &&
    one.endedAt === other.endedAt &&
    one.result === other.result &&
    one.exact === other.exact &&
    one.duration === other.duration &&
    one.fileName === other.fileName
  );
}
