import type { KeychainError } from '../domain/outcome.ts';
import type { RequestResult } from '../domain/results.ts';
import type { Keychain } from '../keychain/secret-store.ts';
import { WaitingForToken } from '../keychain/waiting-for-token.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';

export interface KeychainStatusParts {
  readonly fleet: Pick<Fleet, 'get' | 'members' | 'subscribe'>;
  readonly monitor: Pick<Monitor, 'refresh'>;
  /** Null in the demo, whose secrets are in memory. */
  readonly keychain: Pick<Keychain, 'bringUp' | 'onAsking' | 'stopAsking'> | null;
}

/** Problems that the user can solve by answering a prompt of the keychain. */
export type AnswerableTrouble = 'locked' | 'no-keyring' | 'denied';

export function isAnswerable(why: KeychainError): why is AnswerableTrouble {
  return why === 'locked' || why === 'no-keyring' || why === 'denied';
}

/**
 * Why tokens can't be read while a printer waits for its token or the keychain waits for the user, and how to resolve
 * it.
 */
export class KeychainStatus {
  readonly #parts: KeychainStatusParts;
  readonly #waiting: WaitingForToken;
  readonly #listeners: (() => void)[] = [];
  #isAsking = false;

  constructor(parts: KeychainStatusParts) {
    this.#parts = parts;
    this.#waiting = new WaitingForToken(parts.fleet);
    parts.fleet.subscribe(() => this.#changed());
    parts.keychain?.onAsking((asking) => {
      this.#isAsking = asking;
      this.#changed();
    });
  }

  /** Calls `listener` whenever the status may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Why a printer's token can't be read, or what the keychain asks for anything else; null when there is neither. */
  why(): KeychainError | null {
    return this.#isAsking ? 'asking' : (this.#waiting.printers()[0]?.why ?? null);
  }

  /** Why printers wait for their tokens; null when none does, whatever the keychain asks. */
  whyWithheld(): KeychainError | null {
    return this.#waiting.printers().length === 0 ? null : this.why();
  }

  /** Shows the keychain's prompt, because the user wants to answer it now. */
  async bringUp(): Promise<RequestResult> {
    const next = (await this.#parts.keychain?.bringUp()) ?? 'refresh';
    if (next === 'refresh') for (const { id } of this.#waiting.printers()) this.#parts.monitor.refresh(id);
    return { ok: true };
  }

  #changed(): void {
    for (const notify of this.#listeners) notify();
  }
}
