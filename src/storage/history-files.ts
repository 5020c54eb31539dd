import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { bounded, type History, type Span } from '../domain/spans.ts';
import type { Instant } from '../domain/time.ts';
import { errorCode, quarantine } from './document-file.ts';
import { head, parsedLine, readLines } from './line-file.ts';
import { type StorageNotice, setAsideNotice } from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';

/** Storage for the history of each printer. */
export interface HistoryFiles {
  /** Resolves to a printer's history; empty when its file is missing or unusable. Never rejects. */
  read(printer: PrinterId, now: Instant): Promise<History>;
  /** Appends spans; one with the same start as the last one replaces it. Resolves to whether they are on disk. */
  append(printer: PrinterId, spans: History): Promise<boolean>;
  /** Replaces the stored history. Resolves to whether it is on disk; if not, the old file is unchanged. */
  replace(printer: PrinterId, history: History): Promise<boolean>;
  /** Deletes the history of a printer that was removed from the list. Never rejects. */
  remove(printer: PrinterId): Promise<void>;
}

const spanSchema = v.tuple([v.picklist(['connected', 'disconnected']), v.number(), v.number()]);

/** The file is rewritten when it has this many more lines than spans. */
const tidyAfter = 2_000;

export interface HistoryFilesOptions {
  /** Absolute; created on the first write if missing. */
  readonly folder: string;
  /** Called with problems to report about a file. */
  readonly tell: (notice: StorageNotice) => void;
  readonly report?: WriteReport;
}

/**
 * Stores one file of lines per printer, to which new spans are appended: the history is not rewritten each time, and a
 * line truncated by a crash or a full disk costs only that line.
 */
export function createHistoryFiles({ folder, tell, report }: HistoryFilesOptions): HistoryFiles {
  const pathOf = (printer: PrinterId) => join(folder, `${printer}.jsonl`);
  /** Unusable files that could not be moved aside, so they must not be written. */
  const blocked = new Set<PrinterId>();
  const begun = new Set<PrinterId>();

  async function written(printer: PrinterId, write: () => Promise<void>): Promise<boolean> {
    if (blocked.has(printer)) return false;
    try {
      await write();
      report?.('history', { ok: true });
      return true;
    } catch (error) {
      report?.('history', { ok: false, code: errorCode(error) });
      return false;
    }
  }

  async function replace(printer: PrinterId, history: History): Promise<void> {
    const staged = `${pathOf(printer)}.new`;
    await mkdir(folder, { recursive: true });
    await writeFile(staged, `${[head, ...history.map(lineOf)].join('\n')}\n`, { mode: 0o600, flush: true });
    await rename(staged, pathOf(printer));
    begun.add(printer);
  }

  return {
    read: async (printer, now) => {
      const file = await readLines(pathOf(printer), 'Not a history');
      if (file.kind === 'absent') return [];
      if (file.kind === 'lines') {
        begun.add(printer);
        const history = bounded(historyFrom(file.lines), now);
        if (file.lines.length > history.length + tidyAfter) void written(printer, () => replace(printer, history));
        return history;
      }
      const kept = quarantine(pathOf(printer), now);
      if (kept.ok) tell(setAsideNotice('history', kept.file, file.reason, file.newer));
      else blocked.add(printer);
      return [];
    },
    append: (printer, spans) =>
      written(printer, async () => {
        if (!begun.has(printer)) await replace(printer, spans);
        // The line break comes first, so that a truncated line does not spoil the next one.
        else await appendFile(pathOf(printer), spans.map((span) => `\n${lineOf(span)}`).join(''));
      }),
    replace: (printer, history) => written(printer, () => replace(printer, history)),
    remove: async (printer) => {
      begun.delete(printer);
      await rm(pathOf(printer), { force: true }).catch(() => {});
    },
  };
}

/** Stores history in memory until the app quits: the demo starts with the same history each time. */
export function createMemoryHistory(initial: ReadonlyMap<PrinterId, History> = new Map()): HistoryFiles {
  const kept = new Map(initial);
  return {
    read: async (printer, now) => bounded(kept.get(printer) ?? [], now),
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

function lineOf({ state, from, to }: Span): string {
  return JSON.stringify([state, from, to]);
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
