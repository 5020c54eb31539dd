import * as v from 'valibot';
import type { DocumentKind } from '../domain/document-kind.ts';
import type { Printer } from '../domain/printer.ts';
import { readableName } from '../domain/readable-name.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import { openDocument, type Parsed, unknownIn } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';
import type { WriteReport } from './unsaved-files.ts';

const printerSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  // The file may have been edited, or written before names were looked at as closely as now.
  name: v.pipe(v.string(), v.transform(readableName)),
  muted: v.optional(v.boolean(), false),
  offOnPurpose: v.optional(v.boolean(), false),
  oftenOff: v.optional(v.boolean(), false),
  /** The range of JavaScript's dates, in milliseconds. */
  addedAt: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
});

export interface PrinterStore {
  /** In the order the user gave them. */
  printers(): readonly Printer[];
  /** Replaces the whole list; resolves when it is on disk or could not be put there. Never rejects. */
  save(printers: readonly Printer[]): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

export interface StoreOptions {
  /** The profile folder, absolute; made at the first save if missing. */
  readonly folder: string;
  /** The present, UTC. */
  readonly now: () => Instant;
  /** Changes within this time become one write; 100 ms by default. */
  readonly gather?: Milliseconds;
  /** What could not be written is tried again after this time; a minute by default. */
  readonly retryAfter?: Milliseconds;
  readonly report?: WriteReport;
}

/**
 * Opens `printers.json`. A printer that cannot be read is left out, the others stay, the original is kept; a file that
 * cannot be read at all is set aside. Both are told in `notices`. Never throws. Secrets are not in this file.
 */
export function openPrinterStore(options: StoreOptions): PrinterStore {
  return openPrinterFile(options, 'printers', 'printers');
}

/** As `openPrinterStore`, for any file that holds printers; `name` is without `.json`. */
export function openPrinterFile(options: StoreOptions, name: string, kind: DocumentKind): PrinterStore {
  /** What the file says of a printer besides. */
  const unknown = new Map<string, StoredDocument>();
  const document = openDocument<readonly Printer[]>({
    ...options,
    name,
    kind,
    migrations: firstVersion,
    empty: [],
    parse: (stored) => parsePrinters(stored, unknown),
    serialize: (printers) => ({ printers: printers.map((printer) => ({ ...unknown.get(printer.id), ...printer })) }),
  });
  return {
    printers: document.value,
    save: document.save,
    flush: document.flush,
    notices: document.notices,
  };
}

function parsePrinters(document: StoredDocument, unknown: Map<string, StoredDocument>): Parsed<readonly Printer[]> {
  const entries = document['printers'];
  if (!Array.isArray(entries)) return { kind: 'wrong-shape' };
  const printers = new Map<string, Printer>();
  const complaints: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const parsed = v.safeParse(printerSchema, entry);
    if (!parsed.success) complaints.push(`Printer ${index + 1} of ${entries.length} is not readable`);
    else if (printers.has(parsed.output.id)) complaints.push(`Printer ${index + 1} of ${entries.length} is a double`);
    else {
      printers.set(parsed.output.id, parsed.output);
      const more = unknownIn(entry, parsed.output);
      if (Object.keys(more).length > 0) unknown.set(parsed.output.id, more);
    }
  }
  const value = [...printers.values()];
  return complaints.length === 0 ? { kind: 'good', value } : { kind: 'partly', value, complaints };
}
