import * as v from 'valibot';
import type { Instant } from '../domain/time.ts';
import { openDocument } from './document-store.ts';
import { firstVersion } from './migrations.ts';
import type { StoreOptions } from './printer-store.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';

const schema = v.object({ lookedAt: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))) });

export interface UpdateStore {
  /** When newer releases were last looked for, UTC; null for never. */
  lookedAt(): Instant | null;
  /** Never rejects. */
  save(lookedAt: Instant): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

/** Opens `updates.json`. Never throws. */
export function openUpdateStore(options: StoreOptions): UpdateStore {
  const document = openDocument<{ readonly lookedAt: Instant | null }>({
    ...options,
    name: 'updates',
    kind: 'updates',
    migrations: firstVersion,
    empty: { lookedAt: null },
    parse: (stored) => {
      const parsed = v.safeParse(schema, stored);
      return parsed.success ? { kind: 'good', value: parsed.output } : { kind: 'wrong-shape' };
    },
    serialize: ({ lookedAt }) => ({ lookedAt }),
  });
  return {
    lookedAt: () => document.value().lookedAt,
    save: (lookedAt) => document.save({ lookedAt }),
    flush: document.flush,
    notices: document.notices,
  };
}
