import * as v from 'valibot';
import type { DocumentKind } from '../domain/document-kind.ts';
import { newPrinter, type Printer } from '../domain/printer.ts';
import { namelessPrinter, sanitizedName } from '../domain/sanitize-name.ts';
import { readTags } from '../domain/tags.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentStore, openDocument, type Parsed, type StoreOptions, unknownIn } from './document-store.ts';
import { instantSchema } from './instant-schema.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';

const printerSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  // The file may have been edited, or written by an older app with less strict checks.
  name: v.pipe(v.string(), v.transform(sanitizedName)),
  muted: v.optional(v.boolean(), false),
  mutedUntil: v.exactOptional(v.nullable(instantSchema)),
  offOnPurpose: v.optional(v.boolean(), false),
  oftenOff: v.optional(v.boolean(), false),
  watchPrints: v.optional(v.boolean(), true),
  tags: v.exactOptional(v.pipe(v.unknown(), v.transform(readTags))),
  addedAt: instantSchema,
});
const entrySchema = v.record(v.string(), v.unknown());

/** The printers in the user's order. */
export type PrinterStore = DocumentStore<readonly Printer[]>;

/**
 * Opens `printers.json`. A printer without a valid id is dropped, other invalid values are replaced by those of a new
 * printer, and a copy of the original is kept; an unreadable file is moved aside. All of this is reported in `notices`.
 * Never throws. The file contains no secrets.
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
    parse: (stored) => parsePrinters(stored, unknown, options.now),
    serialize: (printers) => ({ printers: printers.map((printer) => ({ ...unknown.get(printer.id), ...printer })) }),
  });
}

function parsePrinters(
  document: StoredDocument,
  unknown: Map<string, StoredDocument>,
  now: () => Instant,
): Parsed<readonly Printer[]> {
  const entries = document['printers'];
  if (!Array.isArray(entries)) return { kind: 'wrong-shape' };
  const printers = new Map<string, Printer>();
  const complaints: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const which = `Printer ${index + 1} of ${entries.length}`;
    const read = readPrinter(entry, now);
    if (read === null) complaints.push(`${which} is not readable`);
    else if (printers.has(read.printer.id)) complaints.push(`${which} is listed twice`);
    else {
      const { printer, invalid, more } = read;
      if (invalid.length > 0) complaints.push(`${which} has no valid ${invalid.join(', ')}`);
      printers.set(printer.id, printer);
      if (Object.keys(more).length > 0) unknown.set(printer.id, more);
    }
  }
  const value = [...printers.values()];
  return complaints.length === 0 ? { kind: 'good', value } : { kind: 'partly', value, complaints };
}

interface ReadPrinter {
  readonly printer: Printer;
  /** The names of invalid values, which were replaced. */
  readonly invalid: readonly string[];
  /** Unknown entries. */
  readonly more: StoredDocument;
}

/** Returns null without a valid id: a printer's token and history are found by it. */
function readPrinter(stored: unknown, now: () => Instant): ReadPrinter | null {
  const entry = v.safeParse(entrySchema, stored);
  if (!entry.success || Array.isArray(stored)) return null;
  const strict = v.safeParse(printerSchema, entry.output);
  if (strict.success) return { printer: strict.output, invalid: [], more: unknownIn(entry.output, strict.output) };
  const invalid = [...new Set(strict.issues.map((issue) => v.getDotPath(issue) ?? ''))];
  const valid = Object.fromEntries(Object.entries(entry.output).filter(([name]) => !invalid.includes(name)));
  const { id: _, ...usual } = newPrinter('', namelessPrinter, now());
  const mended = v.safeParse(printerSchema, { ...usual, ...valid });
  return mended.success ? { printer: mended.output, invalid, more: unknownIn(valid, mended.output) } : null;
}
