import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { type History, latest, mostSpans, type Span } from '../domain/spans.ts';
import type { Instant } from '../domain/time.ts';
import { instantSchema } from './instant-schema.ts';
import { parsedLine } from './line-file.ts';
import { createRecordFiles, type RecordFiles, type RecordFilesOptions, type RecordFormat } from './record-files.ts';

/** Storage for the history of each printer; an added span with the same start as the last one replaces it. */
export type HistoryFiles = Pick<RecordFiles<Span>, 'read' | 'append' | 'replace' | 'remove'>;

const spanSchema = v.tuple([v.picklist(['connected', 'disconnected']), instantSchema, instantSchema]);

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

/** Reads spans from lines; skips truncated lines and damaged ones, which contradict the others. */
function historyFrom(lines: readonly string[]): History {
  /** By their start. A span was prolonged if there are several; a failed write may have left others between them. */
  const latestOf = new Map<Instant, Span>();
  for (const line of lines) {
    const read = v.safeParse(spanSchema, parsedLine(line));
    if (!read.success) continue;
    const [state, from, to] = read.output;
    if (from <= to) latestOf.set(from, { state, from, to });
  }
  const spans = [...latestOf.values()];
  const isInOrder = spans.every((span, index) => (spans[index - 1]?.to ?? span.from) <= span.from);
  const history = isInOrder ? spans : longestInOrder(spans);
  // Only the last span may have no length: a state seen once so far.
  return history.filter((span, index) => span.from < span.to || index === history.length - 1);
}

/**
 * Returns as many spans as possible of which none begins before the previous one ends, and the earliest of those: a
 * single wrong time must not cost everything before or after it.
 */
function longestInOrder(spans: readonly Span[]): History {
  interface Chain {
    readonly span: Span;
    readonly before: Chain | null;
  }
  /** The chain of each length, from one span on, that ends earliest; a longer one never ends before a shorter one. */
  const chains: Chain[] = [];
  for (const span of spans) {
    let length = 0;
    for (let more = chains.length; length < more; ) {
      const middle = (length + more) >> 1;
      if ((chains[middle]?.span.to ?? 0) <= span.from) length = middle + 1;
      else more = middle;
    }
    const best = chains[length];
    if (best === undefined || span.to < best.span.to) chains[length] = { span, before: chains[length - 1] ?? null };
  }
  const history: Span[] = [];
  for (let chain = chains.at(-1) ?? null; chain !== null; chain = chain.before) history.push(chain.span);
  return history.reverse();
}
