import type { PrinterId } from '../domain/printer.ts';
import type { KeepSecret, SignInQuestion } from '../domain/results.ts';
import { type Instant, MINUTE, type Milliseconds, type SleepAwareClock } from '../domain/time.ts';
import type { NewConnection } from './connections.ts';

/** How long a sign-in waits for the browser to return, and then for the user's decision. */
export const signInLimit: Milliseconds = 15 * MINUTE;

/** A pending sign-in. Outside the app, only the portal's return address contains the nonce. */
export interface SignIn {
  /** The printer to reconnect, or null for a new one. */
  readonly printer: PrinterId | null;
  readonly nonce: string;
  readonly startedAt: Instant;
  /** The start by a clock that never jumps; null if the computer or the app has restarted since. */
  readonly startedSinceBoot: Milliseconds | null;
  /** Whether the browser's link will open this app; if not, the user has to paste the address. Null until known. */
  readonly comesBack: boolean | null;
  readonly step: SignInStep;
}

export type SignInStep =
  | { readonly at: 'browser' }
  | { readonly at: 'checking' }
  /** The new connection is in memory until the user has decided. */
  | { readonly at: 'question'; readonly question: SignInQuestion; readonly held: HeldConnection };

export interface HeldConnection {
  readonly connection: NewConnection;
  /** Null to add it as a new printer. */
  readonly printer: PrinterId | null;
  /** The user knows that it belongs to another printer. */
  readonly evenIfOther: boolean;
  /** Where the user wants its secret stored. */
  readonly keep: KeepSecret;
}

/** Whether a callback with `nonce` may end this sign-in. Any website can open an `octoglance:` link. */
export function acceptsCallback(
  signIn: SignIn | null,
  nonce: string | null,
  clock: Pick<SleepAwareClock, 'now' | 'sinceBoot'>,
): signIn is SignIn {
  return signIn?.step.at === 'browser' && nonce === signIn.nonce && timeLeft(signIn, clock) > 0;
}

/** When this sign-in ends by this computer's clock, UTC; changes only if that was set since it began. */
export function endOf(signIn: SignIn, clock: Pick<SleepAwareClock, 'now' | 'sinceBoot'>): Instant {
  const usual = signIn.startedAt + signInLimit;
  const end = clock.now() + timeLeft(signIn, clock);
  return Math.abs(end - usual) < MINUTE ? usual : end;
}

/** How long this sign-in still waits, ms; 0 or less if it is over, or if the time of its start can't be trusted. */
export function timeLeft(
  { startedAt, startedSinceBoot }: SignIn,
  clock: Pick<SleepAwareClock, 'now' | 'sinceBoot'>,
): Milliseconds {
  const age = startedSinceBoot === null ? clock.now() - startedAt : clock.sinceBoot() - startedSinceBoot;
  return age < 0 ? 0 : signInLimit - age;
}
