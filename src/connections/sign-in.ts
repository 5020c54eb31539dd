import type { PrinterId } from '../domain/printer.ts';
import type { SignInQuestion } from '../domain/results.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import type { NewConnection } from './connections.ts';

/** How long a sign-in waits: for the browser to come back, and then for an answer of the user. */
export const signInLimit: Milliseconds = 15 * MINUTE;

/** A sign-in under way. The nonce is known to the portal's return address alone. */
export interface SignIn {
  /** The printer to connect again, or null for a new one. */
  readonly printer: PrinterId | null;
  readonly nonce: string;
  readonly startedAt: Instant;
  /** Whether the system will bring the browser back to this app, else the user pastes the address; null until known. */
  readonly comesBack: boolean | null;
  readonly step: SignInStep;
}

export type SignInStep =
  | { readonly at: 'browser' }
  | { readonly at: 'checking' }
  /** The new connection, held until the user has answered. */
  | { readonly at: 'question'; readonly question: SignInQuestion; readonly held: HeldConnection };

export interface HeldConnection {
  readonly connection: NewConnection;
  /** Null to add it as a new printer. */
  readonly printer: PrinterId | null;
  /** The user knows that it is another printer's. */
  readonly evenIfOther: boolean;
}

/** Whether a callback with `nonce` may end this sign-in at `at`. Anybody can make a browser open an `octoglance:` link. */
export function acceptsCallback(signIn: SignIn | null, nonce: string | null, at: Instant): signIn is SignIn {
  return (
    signIn?.step.at === 'browser' &&
    nonce === signIn.nonce &&
    at - signIn.startedAt < signInLimit &&
    at >= signIn.startedAt
  );
}
