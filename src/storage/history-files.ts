import { appendFile, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { bounded, type History, type Span } from '../domain/spans.ts';
import type { Instant } from '../domain/time.ts';
import { errorCode, quarantine } from './document-file.ts';
import { type StorageNotice, setAsideNotice } from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';

/** Where the past of each printer is kept. */
export interface HistoryFiles {
  /** Resolves to what is known of a printer; to nothing when its file is missing or was no good. Never rejects. */
  read(printer: PrinterId, now: Instant): Promise<History>;
  /** Adds spans at the end; one that begins when the last one does takes its place. Resolves to whether it is on disk. */
  append(printer: PrinterId, spans: History): Promise<boolean>;
  /** Puts `history` in the place of all that was kept. Resolves to whether it is on disk; else the old file is as it was. */
  replace(printer: PrinterId, history: History): Promise<boolean>;
  /** Forgets a printer that was removed from the list. Never rejects. */
  remove(printer: PrinterId): Promise<void>;
}

const version = 1;
const head = `{"version":${version}}`;
const headSchema = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const spanSchema = v.tuple([v.picklist(['connected', 'disconnected']), v.number(), v.number()]);

/** Far above 2,000 spans with all their prolongations; more is not ours. */
const mostBytes = 4 * 1024 * 1024;

/** So many lines more than spans are worth tidying up. */
const tidyAfter = 2_000;

export interface HistoryFilesOptions {
  /** Absolute; made at the first write if missing. */
  readonly folder: string;
  /** Takes what has to be told about a file. */
  readonly tell: (notice: StorageNotice) => void;
  readonly report?: WriteReport;
}

/**
 * One file of lines for each printer, to which new spans are added: the past is not written again each time, and a line
 * that a crash or a full disk has cut short costs that line only.
 */
export function createHistoryFiles({ folder, tell, report }: HistoryFilesOptions): HistoryFiles {
  const pathOf = (printer: PrinterId) => join(folder, `${printer}.jsonl`);
  /** Files that could not be moved out of the way: they are not ours to write to. */
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
      const file = await readLines(pathOf(printer));
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
        // The line break comes first, so that a line that was cut short spoils nothing after it.
        else await appendFile(pathOf(printer), spans.map((span) => `\n${lineOf(span)}`).join(''));
      }),
    replace: (printer, history) => written(printer, () => replace(printer, history)),
    remove: async (printer) => {
      begun.delete(printer);
      await rm(pathOf(printer), { force: true }).catch(() => {});
    },
  };
}

/** Keeps the past in memory until the app quits: the demo begins afresh each time, with the past it is given. */
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

type Lines =
  | { readonly kind: 'absent' }
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'unusable'; readonly reason: string; readonly newer: boolean };

async function readLines(path: string): Promise<Lines> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return { kind: 'unusable', reason: 'Not a file', newer: false };
    if (facts.size > mostBytes) return { kind: 'unusable', reason: 'Larger than 4 MB', newer: false };
    const [first = '', ...lines] = (await readFile(path, 'utf8')).split('\n');
    const known = v.safeParse(headSchema, parsed(first));
    if (!known.success) return { kind: 'unusable', reason: first === '' ? 'Empty' : 'Not a history', newer: false };
    if (known.output.version > version) {
      return { kind: 'unusable', reason: `Version ${known.output.version}`, newer: true };
    }
    return { kind: 'lines', lines };
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
    return { kind: 'unusable', reason: `System error ${code ?? 'unknown'}`, newer: false };
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Lines that are cut short, or that do not fit what stands before them, are left out. */
function historyFrom(lines: readonly string[]): History {
  const spans: Span[] = [];
  for (const line of lines) {
    const read = v.safeParse(spanSchema, parsed(line));
    if (!read.success) continue;
    const [state, from, to] = read.output;
    if (!(from <= to)) continue;
    if (spans.at(-1)?.from === from) spans.pop();
    const last = spans.at(-1);
    if (last === undefined || last.to <= from) spans.push({ state, from, to });
  }
  // Only the last one may be a moment, seen once so far.
  return spans.filter((span, index) => span.from < span.to || index === spans.length - 1);
}
