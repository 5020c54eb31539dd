import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Answer } from '../domain/results.ts';
import type { Keychain } from '../keychain/secret-store.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';

export interface KeychainStatusParts {
  readonly fleet: Pick<Fleet, 'members' | 'subscribe'>;
  readonly monitor: Pick<Monitor, 'refresh'>;
  /** Null for the demo's secrets, which are in memory. */
  readonly keychain: Pick<Keychain, 'bringUp' | 'onAsking' | 'stopAsking'> | null;
}

/** What is over as soon as the user answers the question that the keychain can be made to ask. */
export type AnswerableTrouble = 'locked' | 'no-keyring' | 'denied';

export function isAnswerable(why: KeychainError): why is AnswerableTrouble {
  return why === 'locked' || why === 'no-keyring' || why === 'denied';
}

/** Why tokens cannot be read, as far as a printer waits for its own or the keychain waits for the user; and the way out. */
export class KeychainStatus {
  readonly #parts: KeychainStatusParts;
  readonly #listeners: (() => void)[] = [];
  #isAsking = false;

  constructor(parts: KeychainStatusParts) {
    this.#parts = parts;
    parts.fleet.subscribe(() => this.#changed());
    parts.keychain?.onAsking((asking) => {
      this.#isAsking = asking;
      this.#changed();
    });
  }

  /** `listener` hears whenever it may have changed. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Null when there is none. */
  why(): KeychainError | null {
    return this.#isAsking ? 'asking' : (this.#waiting()[0]?.why ?? null);
  }

  /** The user wants to answer the keychain's question now. */
  async bringUp(): Promise<Answer> {
    const next = (await this.#parts.keychain?.bringUp()) ?? 'refresh';
    if (next === 'refresh') for (const { id } of this.#waiting()) this.#parts.monitor.refresh(id);
    return { ok: true };
  }

  #waiting(): readonly { readonly id: PrinterId; readonly why: KeychainError }[] {
    return this.#parts.fleet.members().flatMap(({ printer: { id }, status: { silence } }) => {
      return silence?.problem.type === 'keychain' ? [{ id, why: silence.problem.why }] : [];
    });
  }

  #changed(): void {
    for (const tell of this.#listeners) tell();
  }
}
