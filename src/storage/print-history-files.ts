import * as v from 'valibot';
import {
  boundedPrints,
  mostRecords,
  type PrintHistory,
  type PrintRecord,
  withPrintRecord,
} from '../domain/print/print-history.ts';
import type { PrinterId } from '../domain/printer.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import type { Instant } from '../domain/time.ts';
import { instantSchema } from './instant-schema.ts';
import { parsedLine } from './line-file.ts';
import { createRecordFiles, type RecordFiles, type RecordFilesOptions, type RecordFormat } from './record-files.ts';

/** Storage for each printer's ended prints; a better record of a stored print replaces it. */
export type PrintHistoryFiles = Pick<RecordFiles<PrintRecord>, 'read' | 'append' | 'tidy' | 'remove'>;

const recordSchema = v.tuple([
  instantSchema,
  instantSchema,
  v.boolean(),
  v.picklist(['finished', 'failed', 'cancelled', 'unknown']),
  v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))),
  v.nullable(v.pipe(v.string(), v.maxLength(400))),
]);

const format: RecordFormat<PrintRecord> = {
  kind: 'print-history',
  otherwise: 'Not a print history',
  lineOf: ({ seenAt, endedAt, exact, result, duration, fileName }) =>
    JSON.stringify([seenAt, endedAt, exact, result, duration, fileName]),
  parse: historyFrom,
  recent: boundedPrints,
  most: mostRecords,
  tidyAfter: 500,
};

export function createPrintHistoryFiles(options: RecordFilesOptions): PrintHistoryFiles {
  return createRecordFiles(format, options);
}

/** Stores prints in memory until the app quits, for the demo. */
export function createMemoryPrintHistory(): PrintHistoryFiles {
  const kept = new Map<PrinterId, PrintHistory>();
  return {
    read: async (printer, now) => boundedPrints(kept.get(printer) ?? [], now),
    tidy: async () => {},
    append: async (printer, records) => {
      kept.set(printer, records.reduce(withPrintRecord, kept.get(printer) ?? []));
      return true;
    },
    remove: async (printer) => {
      kept.delete(printer);
    },
  };
}

/** The last line about a print wins. */
function historyFrom(lines: readonly string[]): PrintHistory {
  const records = new Map<Instant, PrintRecord>();
  for (const line of lines) {
    const read = v.safeParse(recordSchema, parsedLine(line));
    if (!read.success) continue;
    const [seenAt, endedAt, exact, result, duration, name] = read.output;
    const fileName = name === null ? null : sanitizedName(name);
    records.set(seenAt, { seenAt, endedAt, exact, result, duration, fileName });
  }
  return [...records.values()].sort((one, other) => one.endedAt - other.endedAt);
}
