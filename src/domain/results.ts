import type { Message } from './message.ts';
import type { PrinterId } from './printer.ts';
import type { Instant } from './time.ts';

export type Answer = { readonly ok: true } | { readonly ok: false; readonly message: Message };

/** What came of it, for the user; null when the user cancelled. */
export type ActionResult =
  | { readonly ok: true; readonly message: Message | null }
  | { readonly ok: false; readonly message: Message };

export type RefreshAnswer =
  /** `message` names the printers that have to wait, while the others are asked. */
  | { readonly ok: true; readonly message: Message | null }
  /** Asked too soon: by hand at most every 5 s a printer, and never before a `Retry-After` has passed. */
  | { readonly ok: false; readonly message: Message };

/** Where a new secret is kept: in the keychain, or (only when the user chose so) in memory until the app quits. */
export type KeepSecret = 'keychain' | 'until-quit';

export type AddAnswer =
  /** Without a printer there is a question first: see `signIn` in the snapshot. */
  | { readonly ok: true; readonly printer: PrinterId | null }
  | {
      readonly ok: false;
      readonly message: Message;
      /** True when the keychain could not take the secret: the same call with `until-quit` would go through. */
      readonly canKeepUntilQuit: boolean;
    };

/** A sign-in in the browser, for a new printer (null) or to connect one again. */
export interface SignInView {
  readonly printer: PrinterId | null;
  readonly startedAt: Instant;
  /** When OctoGlance gives up waiting: for the browser, or for the answer to a question. */
  readonly waitsUntil: Instant;
  /** Whether the system will bring the browser back to this app, else the user has to paste the address; null until known. */
  readonly comesBack: boolean | null;
  /** Waiting for the browser, asking OctoEverywhere with what it brought, or waiting for the user. */
  readonly step: 'browser' | 'checking' | SignInQuestion;
}

/** What only the user can decide. The new connection is held in memory until then, and nothing is changed yet. */
export type SignInQuestion =
  /** It is for another printer than the one that was to be connected again. */
  | { readonly asks: 'other-printer'; readonly connectedName: string; readonly listedName: string }
  /** The keychain did not take it. */
  | { readonly asks: 'keychain'; readonly message: Message };

export type SignInChoice = 'replace' | 'add' | 'try-again' | 'until-quit';
