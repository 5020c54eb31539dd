import type { PrinterId } from '../domain/printer.ts';
import { type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';

/** How long a sign-in stays open for the browser to come back. */
export const signInLimit: Milliseconds = 15 * MINUTE;

/** A sign-in under way in the browser. The nonce is known to the portal's return address alone. */
export interface SignIn {
  /** The printer to connect again, or null for a new one. */
  readonly printer: PrinterId | null;
  readonly nonce: string;
  readonly startedAt: Instant;
}

/** Whether a callback with `nonce` may end this sign-in at `at`. Anybody can make a browser open an `octoglance:` link. */
export function acceptsCallback(signIn: SignIn | null, nonce: string | null, at: Instant): signIn is SignIn {
  return signIn !== null && nonce === signIn.nonce && at - signIn.startedAt < signInLimit && at >= signIn.startedAt;
}
