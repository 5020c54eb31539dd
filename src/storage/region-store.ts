import * as v from 'valibot';
import type { Region } from '../domain/region.ts';
import { type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { firstVersion } from './migrations.ts';

const schema = v.object({
  of: v.pipe(v.string(), v.maxLength(500)),
  region: v.object({
    clock: v.picklist(['12-hour', '24-hour']),
    dateOrder: v.picklist(['day-first', 'month-first', 'year-first']),
    decimalSign: v.pipe(v.string(), v.minLength(1), v.maxLength(4)),
    firstWeekday: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)),
  }),
});

/** The formats of a region, as computed by an earlier start. */
export interface StoredRegion {
  /** What they were computed from. */
  readonly of: string;
  readonly region: Region;
}

/** Null until they have been computed once. */
export type RegionStore = DocumentStore<StoredRegion | null>;

/** Opens `region.json`; whatever it can't use is computed again. Never throws. */
export function openRegionStore(options: StoreOptions): RegionStore {
  return openDocument<StoredRegion | null>({
    ...options,
    name: 'region',
    kind: 'region',
    migrations: firstVersion,
    empty: null,
    parse: (stored) => {
      const parsed = v.safeParse(schema, stored);
      return { kind: 'good', value: parsed.success ? parsed.output : null };
    },
    serialize: (value) => ({ ...value }),
  });
}
