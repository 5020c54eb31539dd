import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { boundedPrints, type PrintHistory, type PrintRecord, withPrintRecord } from '../domain/print/print-history.ts';
import type { PrinterId } from '../domain/printer.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import type { Instant } from '../domain/time.ts';
import { errorCode, quarantine } from './document-file.ts';
import type { HistoryFilesOptions } from './history-files.ts';
import { head, parsedLine, readLines } from './line-file.ts';
import { setAsideNotice } from './storage-notice.ts';

/** Storage for each printer's ended prints. */
export interface PrintHistoryFiles {
  /** Resolves to a printer's prints of the last 90 days; none when its file is missing or unusable. Never rejects. */
  read(printer: PrinterId, now: Instant): Promise<PrintHistory>;
  /** Adds a print, or a better record of a stored one. Resolves to whether it is on disk. */
  append(printer: PrinterId, record: PrintRecord): Promise<boolean>;
  /** Takes off the disk what is older than 90 days at `now`, which has to be the right time. Never rejects. */
  tidy(printer: PrinterId, now: Instant): Promise<void>;
  /** Deletes the prints of a printer that was removed from the list. Never rejects. */
  remove(printer: PrinterId): Promise<void>;
}

/** The file is rewritten when more of its lines than this are outdated. */
const tidyAfter = 500;

const moment = v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15));
const recordSchema = v.tuple([
  moment,
  moment,
  v.boolean(),
  v.picklist(['finished', 'failed', 'cancelled', 'unknown']),
  v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))),
  v.nullable(v.pipe(v.string(), v.maxLength(400))),
]);

/** Stores one file per printer, to which each print is appended as a line; a truncated line loses only that print. */
export function createPrintHistoryFiles({ folder, tell, report }: HistoryFilesOptions): PrintHistoryFiles {
  const pathOf = (printer: PrinterId) => join(folder, `${printer}.jsonl`);
  /** Unusable files that could not be moved aside, so they must not be written. */
  const blocked = new Set<PrinterId>();
  const begun = new Set<PrinterId>();

  async function written(printer: PrinterId, write: () => Promise<void>): Promise<boolean> {
    if (blocked.has(printer)) return false;
    try {
      await write();
      report?.('print-history', { ok: true });
      return true;
    } catch (error) {
      report?.('print-history', { ok: false, code: errorCode(error) });
      return false;
    }
  }

  async function replace(printer: PrinterId, history: PrintHistory): Promise<void> {
    const staged = `${pathOf(printer)}.new`;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(staged, `${[head, ...history.map(lineOf)].join('\n')}\n`, { mode: 0o600, flush: true });
    await rename(staged, pathOf(printer));
    begun.add(printer);
  }

  async function read(printer: PrinterId, now: Instant): Promise<PrintHistory> {
    const file = await readLines(pathOf(printer), 'Not a print history');
    if (file.kind === 'absent') return [];
    if (file.kind === 'lines') {
      begun.add(printer);
      const all = historyFrom(file.lines);
      if (file.lines.length > all.length + tidyAfter) await written(printer, () => replace(printer, all));
      return boundedPrints(all, now);
    }
    const kept = quarantine(pathOf(printer), now);
    if (kept.ok) tell(setAsideNotice('print-history', kept.file, file.reason, file.newer));
    else blocked.add(printer);
    return [];
  }

  return {
    read,
    append: (printer, record) =>
      written(printer, async () => {
        if (!begun.has(printer)) await replace(printer, [record]);
        // The line break comes first, so that a truncated line doesn't damage the next one.
        else await appendFile(pathOf(printer), `\n${lineOf(record)}`);
      }),
    tidy: async (printer, now) => {
      const file = await readLines(pathOf(printer), 'Not a print history');
      if (file.kind !== 'lines') return;
      const all = historyFrom(file.lines);
      const kept = boundedPrints(all, now);
      if (kept.length < all.length) await written(printer, () => replace(printer, kept));
    },
    remove: async (printer) => {
      begun.delete(printer);
      await rm(pathOf(printer), { force: true }).catch(() => {});
    },
  };
}

/** Stores prints in memory until the app quits, for the demo. */
export function createMemoryPrintHistory(): PrintHistoryFiles {
  const kept = new Map<PrinterId, PrintHistory>();
  return {
    read: async (printer, now) => boundedPrints(kept.get(printer) ?? [], now),
    tidy: async () => {},
    append: async (printer, record) => {
      kept.set(printer, withPrintRecord(kept.get(printer) ?? [], record));
      return true;
    },
    remove: async (printer) => {
      kept.delete(printer);
    },
  };
}

function lineOf({ seenAt, endedAt, exact, result, duration, fileName }: PrintRecord): string {
  return JSON.stringify([seenAt, endedAt, exact, result, duration, fileName]);
}

/** Parses the records. Skips truncated and invalid lines; the last line about a print wins. */
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
