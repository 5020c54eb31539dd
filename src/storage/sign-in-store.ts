import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import { openDocument } from './document-store.ts';
import { firstVersion } from './migrations.ts';
import type { StoreOptions } from './printer-store.ts';
import type { SaveResult, StorageNotice } from './storage-notice.ts';

/** A sign-in whose browser may come back after the app has ended. None of it is a secret of a printer. */
export interface WaitingSignIn {
  /** The printer to connect again, or null for a new one. */
  readonly printer: PrinterId | null;
  /** The one-time value in its return address. */
  readonly nonce: string;
  /** It is waited for 15 minutes from then on, UTC. */
  readonly startedAt: Instant;
}

const waitingSchema = v.object({
  waiting: v.nullable(
    v.object({
      printer: v.nullable(v.pipe(v.string(), v.uuid())),
      nonce: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
      startedAt: v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15)),
    }),
  ),
});

export interface SignInStore {
  waiting(): WaitingSignIn | null;
  /** Resolves when it is on disk or could not be put there. Never rejects. */
  save(waiting: WaitingSignIn | null): Promise<SaveResult>;
  /** Writes at once what is not on disk yet; for the end of the app. */
  flush(): Promise<SaveResult>;
  readonly notices: readonly StorageNotice[];
}

/** Opens `sign-in.json`. A file that cannot be read is set aside and told. Never throws. */
export function openSignInStore(options: StoreOptions): SignInStore {
  const document = openDocument<WaitingSignIn | null>({
    gather: 0,
    ...options,
    name: 'sign-in',
    kind: 'sign-in',
    migrations: firstVersion,
    empty: null,
    parse: (stored) => {
      const parsed = v.safeParse(waitingSchema, stored);
      return parsed.success ? { kind: 'good', value: parsed.output.waiting } : { kind: 'wrong-shape' };
    },
    serialize: (waiting) => ({ waiting }),
  });
  return { waiting: document.value, save: document.save, flush: document.flush, notices: document.notices };
}

/** The demo begins afresh each time. */
export function createMemorySignIn(): SignInStore {
  let waiting: WaitingSignIn | null = null;
  return {
    waiting: () => waiting,
    save: async (changed) => {
      waiting = changed;
      return { ok: true };
    },
    flush: async () => ({ ok: true }),
    notices: [],
  };
}
