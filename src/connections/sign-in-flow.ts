import type { Message } from '../domain/message.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import type { AddAnswer, Answer, Snapshot } from '../ipc/contract.ts';
import type { Connections, NewConnection } from './connections.ts';
import { acceptsCallback, type SignIn, signInLimit } from './sign-in.ts';

/** What a callback from the portal carried. */
export interface Callback {
  readonly nonce: string | null;
  readonly connection: NewConnection | Message;
}

export interface SignInParts {
  readonly connections: Connections;
  readonly newNonce: () => string;
  /** Opens the portal in the browser; with a return address when the system would bring it back to this app. */
  readonly openPortal: (nonce: string) => Promise<Answer>;
  readonly readCallback: (link: string) => Callback;
  readonly now: () => Instant;
  readonly changed: () => void;
  /** How it ended, for people who were not looking. */
  readonly ended: (answer: AddAnswer, printer: PrinterId | null) => void;
}

/** One sign-in at a time: opened in the browser, ended by its callback, by the user, or after 15 minutes. */
export class SignInFlow {
  readonly #parts: SignInParts;
  #pending: SignIn | null = null;
  #limit: NodeJS.Timeout | null = null;

  constructor(parts: SignInParts) {
    this.#parts = parts;
  }

  async start(printer: PrinterId | null): Promise<Answer> {
    const nonce = this.#parts.newNonce();
    this.#set({ printer, nonce, startedAt: this.#parts.now() });
    const opened = await this.#parts.openPortal(nonce);
    if (!opened.ok) this.end();
    return opened;
  }

  /** Ends the pending sign-in, whatever its browser tab still does. */
  end(): void {
    this.#set(null);
  }

  cancel(): Answer {
    this.end();
    return { ok: true };
  }

  /** Takes a link that the system handed over; one that no pending sign-in waits for is passed over. */
  async takeCallback(link: string): Promise<void> {
    const callback = this.#parts.readCallback(link);
    const pending = this.#pending;
    if (!acceptsCallback(pending, callback.nonce, this.#parts.now())) return;
    this.end();
    const { connection } = callback;
    const answer = await this.#connect(pending.printer, connection);
    this.#parts.ended(answer, pending.printer);
  }

  /** What the window shows of it; never the nonce. */
  view(): Snapshot['signIn'] {
    return this.#pending === null ? null : { printer: this.#pending.printer, startedAt: this.#pending.startedAt };
  }

  #connect(printer: PrinterId | null, connection: NewConnection | Message): Promise<AddAnswer> {
    if (!('secret' in connection)) {
      return Promise.resolve({ ok: false, message: connection, canKeepUntilQuit: false });
    }
    return printer === null
      ? this.#parts.connections.add(connection, 'keychain')
      : this.#parts.connections.reconnect(printer, connection, 'keychain');
  }

  #set(pending: SignIn | null): void {
    this.#pending = pending;
    if (this.#limit !== null) clearTimeout(this.#limit);
    this.#limit = pending === null ? null : setTimeout(() => this.end(), signInLimit);
    this.#parts.changed();
  }
}
