import type { PrinterId } from '../domain/printer.ts';
import { type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Monitor } from '../monitor/monitor.ts';
import type { KeychainCheck } from './keychain-status.ts';
import { WaitingForToken } from './waiting-for-token.ts';

/** How often a locked or missing keychain is checked while a printer waits for it. */
const lookEvery: Milliseconds = 5 * SECOND;

export interface KeychainRecoveryParts {
  readonly fleet: Fleet;
  readonly keychain: Pick<KeychainCheck, 'isSeenOpen'>;
  readonly monitor: Pick<Monitor, 'refresh'>;
  readonly timer: Pick<Timer, 'set'>;
}

/**
 * Checks the printers that wait for the keychain as soon as it is unlocked or available, instead of at their next turn,
 * which can be an hour away. Idle while no printer waits.
 */
export class KeychainRecovery {
  readonly #parts: KeychainRecoveryParts;
  readonly #waitingForToken: WaitingForToken;
  #looking = false;
  /** The printers were checked since it opened; those whose entry is still withheld wait for their turn. */
  #done = false;

  constructor(parts: KeychainRecoveryParts) {
    this.#parts = parts;
    this.#waitingForToken = new WaitingForToken(parts.fleet);
    parts.fleet.subscribe(() => this.#fleetChanged());
  }

  #fleetChanged(): void {
    if (this.#looking || this.#waiting().length === 0) return;
    this.#looking = true;
    this.#done = false;
    this.#lookLater();
  }

  async #look(): Promise<void> {
    const open = await this.#parts.keychain.isSeenOpen();
    const waiting = this.#waiting();
    if (!open) this.#done = false;
    else if (!this.#done) this.#done = waiting.flatMap((id) => this.#parts.monitor.refresh(id)).length === 0;
    this.#looking = waiting.length > 0;
    if (this.#looking) this.#lookLater();
  }

  #lookLater(): void {
    this.#parts.timer.set(lookEvery, () => void this.#look());
  }

  #waiting(): readonly PrinterId[] {
    return this.#waitingForToken.printers().flatMap(({ id, why }) => (why === 'refused' ? [] : [id]));
  }
}
