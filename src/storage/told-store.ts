import * as v from 'valibot';
import type { ToldByPrinter } from '../domain/alert-memory.ts';
import type { Instant } from '../domain/time.ts';
import { openDocument, type Parsed } from './document-store.ts';
import { firstVersion, type StoredDocument } from './migrations.ts';
import type { StoreOptions } from './printer-store.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';

/** What alerting has to know at the next start. */
export interface Told {
  readonly told: ToldByPrinter;
  /** The user was told that OctoEverywhere cannot be reached, and not yet that it answers again. */
  readonly serviceUnreachable: boolean;
  /** The end of the last snooze, UTC. */
  readonly snoozedUntil: Instant | null;
}

const toldOfOne = v.picklist(['disconnected', 'unstable', 'reconnect-needed', 'perks-needed', 'update-needed']);

const toldSchema = v.object({
  // What a later app told of one printer is no reason to tell everything about the others again.
  told: v.pipe(
    v.record(v.string(), v.unknown()),
    v.transform((told) => {
      const known: Record<string, v.InferOutput<typeof toldOfOne>> = {};
      for (const [id, kind] of Object.entries(told)) if (v.is(toldOfOne, kind)) known[id] = kind;
      return known;
    }),
  ),
  serviceUnreachable: v.optional(v.boolean(), false),
  snoozedUntil: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15))), null),
});

const nothingTold: Told = { told: {}, serviceUnreachable: false, snoozedUntil: null };

/** `alerts.json` as it is read and written, wherever that may be. */
export const toldDocument = {
  name: 'alerts',
  kind: 'told',
  migrations: firstVersion,
  empty: nothingTold,
  parse: (stored: StoredDocument): Parsed<Told> => {
    const parsed = v.safeParse(toldSchema, stored);
    return parsed.success ? { kind: 'good', value: parsed.output } : { kind: 'wrong-shape' };
  },
  serialize: (told: Told): StoredDocument => ({ ...told }),
} as const;

export interface ToldStore {
  told(): Told;
  /** Changes what is named. Never rejects. */
  save(changes: Partial<Told>): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

/** Opens `alerts.json`: what the user was told, so that a restart does not tell it again. Never throws. */
export function openToldStore(options: StoreOptions): ToldStore {
  const document = openDocument<Told>({ ...options, ...toldDocument });
  return {
    told: document.value,
    save: (changes) => document.save({ ...document.value(), ...changes }),
    flush: document.flush,
    notices: document.notices,
  };
}

/** The demo begins afresh each time. */
export function createMemoryTold(): ToldStore {
  let told = nothingTold;
  return {
    told: () => told,
    save: async (changes) => {
      told = { ...told, ...changes };
      return { ok: true };
    },
    flush: async () => ({ ok: true }),
    notices: [],
  };
}
