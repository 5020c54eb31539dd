import * as v from 'valibot';
import type { ToldByPrinter } from '../domain/alert-memory.ts';
import { openDocument } from './document-store.ts';
import { firstVersion } from './migrations.ts';
import type { StoreOptions } from './printer-store.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';

const toldSchema = v.record(
  v.string(),
  v.picklist(['disconnected', 'unstable', 'reconnect-needed', 'perks-needed', 'update-needed']),
);

export interface ToldStore {
  told(): ToldByPrinter;
  /** Never rejects. */
  save(told: ToldByPrinter): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

/** Opens `alerts.json`: what the user was told, so that a restart does not tell it again. Never throws. */
export function openToldStore(options: StoreOptions): ToldStore {
  const document = openDocument<ToldByPrinter>({
    ...options,
    name: 'alerts',
    words: {
      subject: 'The list of alerts already told',
      withoutIt: 'Some of them may be told once more.',
    },
    migrations: firstVersion,
    empty: {},
    parse: (stored) => {
      const parsed = v.safeParse(toldSchema, stored['told']);
      return parsed.success ? { kind: 'good', value: parsed.output } : { kind: 'wrong-shape' };
    },
    serialize: (told) => ({ told }),
  });
  return { told: document.value, save: document.save, flush: document.flush, notices: document.notices };
}

/** The demo begins afresh each time. */
export function createMemoryTold(): ToldStore {
  return { told: () => ({}), save: async () => ({ ok: true }), flush: async () => ({ ok: true }), notices: [] };
}
