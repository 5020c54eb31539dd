import type { Message } from './message.ts';
import type { PrinterId } from './printer.ts';
import type { Instant } from './time.ts';

export type RequestResult = { readonly ok: true } | { readonly ok: false; readonly message: Message };

/** The result of a user action; a null message means that there is nothing to show. */
export type ActionResult =
  | { readonly ok: true; readonly message: Message | null }
  | { readonly ok: false; readonly message: Message };

export type RefreshResult =
  /** `message` names the printers that have to wait while the others are checked. */
  | { readonly ok: true; readonly message: Message | null }
  /** Too soon: manual checks are limited to one per 5 s and printer, and never before a `Retry-After` has passed. */
  | { readonly ok: false; readonly message: Message };

/** Where a new secret is stored: in the keychain, or (only if the user chose so) in memory until the app quits. */
export const keepSecrets = ['keychain', 'until-quit'] as const;
export type KeepSecret = (typeof keepSecrets)[number];

export type AddResult =
  /** A null `printer` means that the user has to decide something first: see `signIn` in the snapshot. */
  | { readonly ok: true; readonly printer: PrinterId | null }
  | {
      readonly ok: false;
      readonly message: Message;
      /** True when the keychain could not store the secret; the same call with `until-quit` would work. */
      readonly canKeepUntilQuit: boolean;
      /** True when OctoEverywhere did not confirm the connection, which may be temporary. */
      readonly isUnconfirmed?: boolean;
    };

/** A sign-in in the browser, for a new printer (null) or to reconnect one. */
export interface SignInView {
  readonly printer: PrinterId | null;
  readonly startedAt: Instant;
  /** When OctoGlance stops waiting for the browser or for the user's decision. */
  readonly waitsUntil: Instant;
  /** Whether the browser's link will open this app; if not, the user has to paste the address. Null until known. */
  readonly comesBack: boolean | null;
  /** Waiting for the browser, checking its result with OctoEverywhere, or waiting for the user. */
  readonly step: 'browser' | 'checking' | SignInQuestion;
}

/** A decision for the user. Until then the new connection is only in memory, and nothing has changed. */
export type SignInQuestion =
  /** The connection is for another printer than the one to reconnect. */
  | { readonly asks: 'other-printer'; readonly connectedName: string; readonly listedName: string }
  /** The keychain did not store it. */
  | { readonly asks: 'keychain'; readonly message: Message }
  /** OctoEverywhere did not confirm it, which may be temporary; it cannot be requested from the portal again. */
  | { readonly asks: 'unconfirmed'; readonly message: Message };

export const signInChoices = ['replace', 'add', 'try-again', 'until-quit'] as const;
export type SignInChoice = (typeof signInChoices)[number];
