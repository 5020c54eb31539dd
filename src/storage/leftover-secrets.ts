import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import { openDocument, type Parsed } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';
import type { StoreOptions } from './printer-store.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';

const idSchema = v.pipe(v.string(), v.uuid());

/** Whose secrets still have to be removed from the keychain: their printers are no longer in the list. */
export interface LeftoverStore {
  ids(): readonly PrinterId[];
  /** Replaces all; resolves when it is on disk or could not be put there. Never rejects. */
  save(ids: readonly PrinterId[]): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

/** Opens `leftover-secrets.json`, which holds ids only. A file that cannot be read is set aside and told. Never throws. */
export function openLeftoverStore(options: StoreOptions): LeftoverStore {
  const document = openDocument<readonly PrinterId[]>({
    ...options,
    name: 'leftover-secrets',
    kind: 'leftovers',
    migrations: firstVersion,
    empty: [],
    parse: parseIds,
    serialize: (printers) => ({ printers }),
  });
  return { ids: document.value, save: document.save, flush: document.flush, notices: document.notices };
}

/** Keeps them until the app quits, like the secrets of the demo themselves. */
export function createMemoryLeftovers(): LeftoverStore {
  let ids: readonly PrinterId[] = [];
  return {
    ids: () => ids,
    save: async (changed) => {
      ids = changed;
      return { ok: true };
    },
    flush: async () => ({ ok: true }),
    notices: [],
  };
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
