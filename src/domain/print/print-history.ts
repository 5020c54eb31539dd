import { DAY, type Instant, type Milliseconds } from '../time.ts';
import type { Print, PrintResult } from './print.ts';

/** A print that has ended, as it is kept. Moments are server time, UTC. */
export interface PrintRecord {
  /** When it was first seen: no two prints of a printer have that in common. */
  readonly seenAt: Instant;
  readonly endedAt: Instant;
  /** False where nobody saw it end. */
  readonly exact: boolean;
  readonly result: PrintResult;
  /** Null when nobody knows. */
  readonly duration: Milliseconds | null;
  readonly fileName: string | null;
}

/** In the order in which they ended. */
export type PrintHistory = readonly PrintRecord[];

const keptFor: Milliseconds = 90 * DAY;

/** Far more than a printer prints in that time. */
const mostRecords = 5_000;

/** What is kept of a print; null while it runs. */
export function printRecordOf(print: Print | null): PrintRecord | null {
  if (print === null || print.ended === null) return null;
  const { seenAt, fileName, ended } = print;
  const length = print.duration ?? (ended.exact ? Math.max(0, ended.at - print.startedAt) : null);
  return { seenAt, endedAt: ended.at, exact: ended.exact, result: ended.result, duration: length, fileName };
}

/** The history with a record, which takes the place of an older one of the same print. */
export function withPrintRecord(history: PrintHistory, record: PrintRecord): PrintHistory {
  const others = history.filter(({ seenAt }) => seenAt !== record.seenAt);
  const after = others.findLastIndex(({ endedAt }) => endedAt <= record.endedAt) + 1;
  return others.toSpliced(after, 0, record);
}

/** What is still kept at `now`: 90 days. What claims to be of the future was written by a wrong clock, and goes first. */
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
