import type { Message } from '../domain/message.ts';
import type { Answer } from '../domain/results.ts';
import type { NewConnection } from './connections.ts';

/** What a callback from the portal carried. */
export interface Callback {
  readonly nonce: string | null;
  readonly connection: NewConnection | Message;
}

/** `comesBack`: the system will bring the browser back to this app. */
export type PortalAnswer = { readonly ok: true; readonly comesBack: boolean } | Extract<Answer, { ok: false }>;

/** The App Connection Portal in the user's browser. */
export interface Portal {
  /** A one-time value for one sign-in. */
  newNonce(): string;
  /** Opens the portal; with a return address when the system will bring the browser back to this app. */
  open(nonce: string): Promise<PortalAnswer>;
  /** Puts the address of the same page into the clipboard. */
  copy(nonce: string): Promise<Answer>;
  /** What a link that the system handed over brought. Never throws. */
  readCallback(link: string): Callback;
}
