import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { type History, latest, mostSpans, type Span } from '../domain/spans.ts';
import { parsedLine } from './line-file.ts';
import { createRecordFiles, type RecordFiles, type RecordFilesOptions, type RecordFormat } from './record-files.ts';

/** Storage for the history of each printer; an added span with the same start as the last one replaces it. */
export type HistoryFiles = Pick<RecordFiles<Span>, 'read' | 'append' | 'replace' | 'remove'>;

const spanSchema = v.tuple([v.picklist(['connected', 'disconnected']), v.number(), v.number()]);

const format: RecordFormat<Span> = {
  kind: 'history',
  otherwise: 'Not a history',
  lineOf: ({ state, from, to }) => JSON.stringify([state, from, to]),
  parse: historyFrom,
  // Its age matters only to whoever knows the right time.
  recent: latest,
  most: mostSpans,
  tidyAfter: 2_000,
};

export function createHistoryFiles(options: RecordFilesOptions): HistoryFiles {
  return createRecordFiles(format, options);
}

/** Stores history in memory until the app quits: the demo starts with the same history each time. */
export function createMemoryHistory(initial: ReadonlyMap<PrinterId, History> = new Map()): HistoryFiles {
  const kept = new Map(initial);
  return {
    read: async (printer) => latest(kept.get(printer) ?? []),
    append: async (printer, spans) => {
      const before = kept.get(printer) ?? [];
      const from = spans[0]?.from ?? Number.POSITIVE_INFINITY;
      kept.set(printer, [...before.filter((span) => span.from < from), ...spans]);
      return true;
    },
    replace: async (printer, history) => {
      kept.set(printer, history);
      return true;
    },
    remove: async (printer) => {
      kept.delete(printer);
    },
  };
}

/** Reads spans from lines; skips truncated lines and those that contradict the previous ones. */
function historyFrom(lines: readonly string[]): History {
  const spans: Span[] = [];
  for (const line of lines) {
    const read = v.safeParse(spanSchema, parsedLine(line));
    if (!read.success) continue;
    const [state, from, to] = read.output;
    if (!(from <= to)) continue;
    if (spans.at(-1)?.from === from) spans.pop();
    const last = spans.at(-1);
    if (last === undefined || last.to <= from) spans.push({ state, from, to });
  }
  // Only the last span may have no length: a state seen once so far.
  return spans.filter((span, index) => span.from < span.to || index === spans.length - 1);
}
