import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { type DocumentStore, openDocument, type Parsed, type StoreOptions } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';

const idSchema = v.pipe(v.string(), v.uuid());

/** Ids of removed printers whose secrets still have to be deleted from the keychain. */
export type PendingDeletionsStore = DocumentStore<readonly PrinterId[]>;

/**
 * Opens `leftover-secrets.json`, which contains only ids. An unreadable file is moved aside and reported. Never throws.
 */
export function openPendingDeletions(options: StoreOptions): PendingDeletionsStore {
  return openDocument<readonly PrinterId[]>({
    ...options,
    name: 'leftover-secrets',
    kind: 'pending-deletions',
    migrations: firstVersion,
    empty: [],
    parse: parseIds,
    serialize: (printers) => ({ printers }),
  });
}

function parseIds(document: StoredDocument): Parsed<readonly PrinterId[]> {
  const entries = document['printers'];
  if (!Array.isArray(entries)) return { kind: 'wrong-shape' };
  const value = new Set<PrinterId>();
  for (const entry of entries) {
    const parsed = v.safeParse(idSchema, entry);
    if (parsed.success) value.add(parsed.output);
  }
  const unreadable = entries.filter((entry) => !v.is(idSchema, entry)).length;
  return unreadable === 0
    ? { kind: 'good', value: [...value] }
    : {
        kind: 'partly',
        value: [...value],
        complaints: [`${unreadable} of ${entries.length} entries are not readable`],
      };
}
