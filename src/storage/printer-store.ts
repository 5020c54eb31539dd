import * as v from 'valibot';
import type { DocumentKind } from '../domain/document-kind.ts';
import type { Printer } from '../domain/printer.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import { readTags } from '../domain/tags.ts';
import { type DocumentStore, openDocument, type Parsed, type StoreOptions, unknownIn } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';

const printerSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  // The file may have been edited, or written by an older app with less strict checks.
  name: v.pipe(v.string(), v.transform(sanitizedName)),
  muted: v.optional(v.boolean(), false),
  mutedUntil: v.exactOptional(v.nullable(v.number())),
  offOnPurpose: v.optional(v.boolean(), false),
  oftenOff: v.optional(v.boolean(), false),
  watchPrints: v.optional(v.boolean(), true),
  tags: v.exactOptional(v.pipe(v.unknown(), v.transform(readTags))),
  /** The range of JavaScript's dates, in milliseconds. */
  addedAt: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
});

/** The printers in the user's order. */
export type PrinterStore = DocumentStore<readonly Printer[]>;

/**
 * Opens `printers.json`. A printer that cannot be read is dropped, and a copy of the original is kept; an unreadable
 * file is moved aside. Both are reported in `notices`. Never throws. The file contains no secrets.
 */
export function openPrinterStore(options: StoreOptions): PrinterStore {
  return openPrinterFile(options, 'printers', 'printers');
}

/** Like {@link openPrinterStore}, for any file with printers; `name` is without `.json`. */
export function openPrinterFile(options: StoreOptions, name: string, kind: DocumentKind): PrinterStore {
  /** Unknown entries of each printer in the file. */
  const unknown = new Map<string, StoredDocument>();
  return openDocument<readonly Printer[]>({
    ...options,
    name,
    kind,
    migrations: firstVersion,
    empty: [],
    parse: (stored) => parsePrinters(stored, unknown),
    serialize: (printers) => ({ printers: printers.map((printer) => ({ ...unknown.get(printer.id), ...printer })) }),
  });
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
