import * as v from 'valibot';
import type { Instant } from '../domain/time.ts';
import { type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { instantSchema } from './instant-schema.ts';
import { firstVersion } from './migrations.ts';

const schema = v.object({
  /** The key of earlier versions for `lastCheckedAt`. */
  lookedAt: v.nullable(v.pipe(instantSchema, v.minValue(0))),
  ranVersion: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(50))), null),
});

export interface StoredUpdates {
  /** When the app last checked for updates, UTC; null for never. */
  readonly lastCheckedAt: Instant | null;
  /** The version that ran last; null if unknown. */
  readonly ranVersion: string | null;
}

export type UpdateStore = DocumentStore<StoredUpdates>;

/** Opens `updates.json`. Never throws. */
export function openUpdateStore(options: StoreOptions): UpdateStore {
  return openDocument<StoredUpdates>({
    ...options,
    name: 'updates',
    kind: 'updates',
    migrations: firstVersion,
    empty: { lastCheckedAt: null, ranVersion: null },
    parse: (stored) => {
      const parsed = v.safeParse(schema, stored);
      if (!parsed.success) return { kind: 'wrong-shape' };
      const { lookedAt, ranVersion } = parsed.output;
      return { kind: 'good', value: { lastCheckedAt: lookedAt, ranVersion } };
    },
    serialize: ({ lastCheckedAt, ranVersion }) => ({ lookedAt: lastCheckedAt, ranVersion }),
  });
}
