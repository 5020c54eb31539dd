import { appendFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../domain/error-code.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import { quarantine } from './document-file.ts';
import { head, readLines } from './line-file.ts';
import { leftAloneNotice, quarantineNotice, type StorageNotice } from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';

export interface RecordFilesOptions {
  /** Absolute; created on the first write if missing. */
  readonly folder: string;
  /** Called with problems to report about a file. */
  readonly onNotice: (notice: StorageNotice) => void;
  readonly report?: WriteReport;
}

/** How the records of one kind are stored, one a line. */
export interface RecordFormat<Item> {
  readonly kind: 'history' | 'print-history';
  /** Why a file without a valid head is unusable, in English. */
  readonly otherwise: string;
  readonly lineOf: (item: Item) => string;
  /** Parses the lines; skips truncated and invalid ones, and resolves corrections. */
  readonly parse: (lines: readonly string[]) => readonly Item[];
  /** Returns what is recent enough at `now`. */
  readonly recent: (items: readonly Item[], now: Instant) => readonly Item[];
  /** The latest records to keep, however many there are. */
  readonly most: number;
  /** A file with this many more lines than kept records is rewritten when it is read. */
  readonly tidyAfter: number;
}

/** Storage for records of each printer. */
export interface RecordFiles<Item> {
  /**
   * Resolves to a printer's recent records: none when its file is missing or unusable, null when its drive does not
   * respond, so that only a later attempt can tell. Until then nothing is added to a file that was not read before.
   * Never rejects.
   */
  read(printer: PrinterId, now: Instant): Promise<readonly Item[] | null>;
  /** Adds records, or corrections of stored ones. Resolves to whether they are on disk. */
  append(printer: PrinterId, items: readonly Item[]): Promise<boolean>;
  /** Replaces all records. Resolves to whether they are on disk; if not, the old file is unchanged. */
  replace(printer: PrinterId, items: readonly Item[]): Promise<boolean>;
  /** Takes off the disk what is not recent at `now`, which has to be the right time. Never rejects. */
  tidy(printer: PrinterId, now: Instant): Promise<void>;
  /** Deletes the records of a printer that was removed from the list. Never rejects. */
  remove(printer: PrinterId): Promise<void>;
}

/**
 * Stores one file of lines per printer, to which new records are appended: a file is not rewritten each time, and a
 * line truncated by a crash or a full disk costs only that line.
 */
export function createRecordFiles<Item>(
  { kind, otherwise, lineOf, parse, recent, most, tidyAfter }: RecordFormat<Item>,
  { folder, onNotice, report }: RecordFilesOptions,
): RecordFiles<Item> {
  const pathOf = (printer: PrinterId) => join(folder, `${printer}.jsonl`);
  /** Unusable files that could not be moved aside, so they must not be written. */
  const blocked = new Set<PrinterId>();
  const begun = new Set<PrinterId>();
  /** Files whose drive did not respond when they were last read. */
  const outOfReach = new Set<PrinterId>();

  async function written(printer: PrinterId, write: () => Promise<void>): Promise<boolean> {
    if (blocked.has(printer)) return false;
    try {
      await write();
      report?.(kind, { ok: true });
      return true;
    } catch (error) {
      report?.(kind, { ok: false, code: errorCode(error) });
      return false;
    }
  }

  const replace = (printer: PrinterId, items: readonly Item[]) =>
    written(printer, async () => {
      const staged = `${pathOf(printer)}.new`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(staged, `${[head, ...items.map(lineOf)].join('\n')}\n`, { mode: 0o600, flush: true });
      await rename(staged, pathOf(printer));
      begun.add(printer);
    });

  return {
    read: async (printer, now) => {
      const file = await readLines(pathOf(printer), otherwise);
      if (file.kind === 'out-of-reach') {
        outOfReach.add(printer);
        report?.(kind, { ok: false, code: file.code });
        return null;
      }
      if (outOfReach.delete(printer) && outOfReach.size === 0) report?.(kind, { ok: true });
      if (file.kind === 'absent') return [];
      if (file.kind === 'lines') {
        begun.add(printer);
        const kept = parse(file.lines).slice(-most);
        // Awaited, so that nothing is appended to the old file meanwhile; by number only, as the clock may be wrong.
        if (file.lines.length > kept.length + tidyAfter) await replace(printer, kept);
        return recent(kept, now);
      }
      const kept = quarantine(pathOf(printer), now);
      if (kept.ok) onNotice(quarantineNotice(kind, kept.file, file.reason, file.newer));
      else if (!blocked.has(printer)) {
        blocked.add(printer);
        onNotice(leftAloneNotice(kind, pathOf(printer), file.reason));
      }
      return [];
    },
    append: async (printer, items) => {
      if (!begun.has(printer)) return !outOfReach.has(printer) && replace(printer, items);
      // The line break comes first, so that a truncated line does not damage the next one.
      return written(printer, () => appendFile(pathOf(printer), items.map((item) => `\n${lineOf(item)}`).join('')));
    },
    replace,
    tidy: async (printer, now) => {
      const file = await readLines(pathOf(printer), otherwise);
      if (file.kind !== 'lines') return;
      const all = parse(file.lines);
      const kept = recent(all, now);
      if (kept.length < all.length) await replace(printer, kept);
    },
    remove: async (printer) => {
      begun.delete(printer);
      outOfReach.delete(printer);
      await rm(pathOf(printer), { force: true }).catch(() => {});
    },
  };
}
