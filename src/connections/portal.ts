import type { Message } from '../domain/message.ts';
import type { RequestResult } from '../domain/results.ts';
import type { NewConnection } from './connections.ts';

/** The content of a callback from the portal. */
export interface Callback {
  readonly nonce: string | null;
  readonly connection: NewConnection | Message;
}

/** `comesBack`: whether the browser's link will open this app. */
export type PortalResult = { readonly ok: true; readonly comesBack: boolean } | Extract<RequestResult, { ok: false }>;

/** The App Connection Portal in the user's browser. */
export interface Portal {
  /** Returns a one-time value for one sign-in. */
  newNonce(): string;
  /** Opens the portal; with a return address if the browser's link will open this app. */
  open(nonce: string): Promise<PortalResult>;
  /** Copies the address of the same page to the clipboard. */
  copy(nonce: string): Promise<RequestResult>;
  /** Reads a link that the system passed to the app. Never throws. */
  readCallback(link: string): Callback;
}
