import * as v from 'valibot';
import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import { sanitizedName } from '../domain/sanitize-name.ts';
import { readTags } from '../domain/tags.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import type { Messages } from '../i18n/messages.ts';
import { withTimeout } from '../timers/with-timeout.ts';
import { type DocumentRead, readChosenDocument } from './document-file.ts';
import { writeWholeFile } from './whole-file.ts';

/** A printer in an exported list: no secrets, no addresses. */
export interface ListedPrinter {
  readonly id: PrinterId;
  readonly name: string;
  readonly offOnPurpose?: boolean;
  readonly oftenOff?: boolean;
  readonly tags?: readonly string[];
}

/** Distinguishes these files from any other JSON. */
const kind = 'octoglance-printers';
const version = 1;
/** Far more than any user has. */
const mostPrinters = 2_000;
const longestRead: Milliseconds = MINUTE;
const unreached: DocumentRead = { kind: 'unreadable', reason: 'System error ETIMEDOUT' };

const headSchema = v.object({ type: v.literal(kind), version: v.pipe(v.number(), v.integer(), v.minValue(1)) });
const printersSchema = v.object({ printers: v.pipe(v.array(v.unknown()), v.maxLength(mostPrinters)) });
/** Absent in lists of older apps; an invalid value must not cost the printer. */
const flag = v.fallback(v.optional(v.boolean(), false), false);
const printerSchema = v.object({
  id: v.pipe(v.string(), v.uuid(), v.toLowerCase()),
  name: v.string(),
  offOnPurpose: flag,
  oftenOff: flag,
  tags: v.exactOptional(v.pipe(v.unknown(), v.transform(readTags))),
});

export type ListFileRead =
  | {
      readonly ok: true;
      /** In the order of the file, each id once, with sanitized names. */
      readonly printers: readonly ListedPrinter[];
      /** How many entries could not be read and were skipped. */
      readonly unreadable: number;
    }
  | { readonly ok: false; readonly message: Message };

/** Writes the list as JSON, in order, to a file the user chose. Resolves to what went wrong, or null. Never rejects. */
export async function writeListFile(
  path: string,
  printers: readonly ListedPrinter[],
  { lists }: Messages,
): Promise<Message | null> {
  const document = { type: kind, version, printers: printers.map(written) };
  const saved = await writeWholeFile(path, `${JSON.stringify(document, null, 2)}\n`);
  return saved.ok ? null : lists.notExported(saved.code);
}

/** Omits flags that are off and empty tags, so most lists contain only names and order. */
function written({ id, name, offOnPurpose, oftenOff, tags = [] }: ListedPrinter) {
  return {
    id,
    name,
    ...(offOnPurpose && { offOnPurpose }),
    ...(oftenOff && { oftenOff }),
    ...(tags.length > 0 && { tags }),
  };
}

/**
 * Reads a list written by {@link writeListFile}, unless its drive does not respond within a minute. Never rejects;
 * messages repeat nothing from the file.
 */
export async function readListFile(path: string, { lists }: Messages): Promise<ListFileRead> {
  const refused = (reason: string): ListFileRead => ({ ok: false, message: lists.notAList(reason) });
  const file = await withTimeout(longestRead, readChosenDocument(path)).catch(() => unreached);
  if (file.kind === 'absent') return refused('Could not be found');
  if (file.kind !== 'read') return refused(file.reason);
  const head = v.safeParse(headSchema, file.value);
  if (!head.success) return refused('Not a list of OctoGlance');
  if (head.output.version > version) return { ok: false, message: lists.newer };
  const list = v.safeParse(printersSchema, file.value);
  if (!list.success) return refused('No list of printers in it, or a far too long one');
  const printers = new Map<PrinterId, ListedPrinter>();
  let unreadable = 0;
  for (const entry of list.output.printers) {
    const parsed = v.safeParse(printerSchema, entry);
    if (!parsed.success) unreadable += 1;
    else if (!printers.has(parsed.output.id)) {
      printers.set(parsed.output.id, { ...parsed.output, name: sanitizedName(parsed.output.name) });
    }
  }
  return { ok: true, printers: [...printers.values()], unreadable };
}
