import * as v from 'valibot';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import { type DocumentStore, openDocument, type StoreOptions } from './document-store.ts';
import { instantSchema } from './instant-schema.ts';
import { firstVersion } from './migrations.ts';

/** A sign-in whose browser may return after the app was restarted. It contains no printer's secret. */
export interface WaitingSignIn {
  /** The printer to reconnect, or null for a new one. */
  readonly printer: PrinterId | null;
  /** The one-time value in its return address. */
  readonly nonce: string;
  /** UTC; the sign-in is valid for 15 minutes from then on. */
  readonly startedAt: Instant;
}

const waitingSchema = v.object({
  waiting: v.nullable(
    v.object({
      printer: v.nullable(v.pipe(v.string(), v.uuid())),
      nonce: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
      startedAt: v.pipe(instantSchema, v.minValue(0)),
    }),
  ),
});

/** The pending sign-in, or null. */
export type SignInStore = DocumentStore<WaitingSignIn | null>;

/** Opens `sign-in.json`. An unreadable file is moved aside and reported. Never throws. */
export function openSignInStore(options: StoreOptions): SignInStore {
  return openDocument<WaitingSignIn | null>({
    debounce: 0,
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
}
