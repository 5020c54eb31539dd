import type { PrinterId } from '../domain/printer.ts';
import { type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';

/** How often a keychain that is locked or not there is looked at while a printer waits for it. */
const lookEvery: Milliseconds = 5 * SECOND;

export interface KeychainRecoveryParts {
  readonly fleet: Fleet;
  /** Whether the keychain is seen to be open, found out without any prompt; false when nobody knows. Never rejects. */
  readonly seenOpen: () => Promise<boolean>;
  /** Asks about a printer now; false when it was asked about just before, so that it is too early. */
  readonly refresh: (printer: PrinterId) => boolean;
  readonly timer: Pick<Timer, 'set'>;
}

/**
 * Asks about the printers that wait for the keychain as soon as it is unlocked or there, instead of at their next turn,
 * which can be an hour away. Looks at nothing while no printer waits.
 */
export class KeychainRecovery {
  readonly #parts: KeychainRecoveryParts;
  #looking = false;
  /** The printers were asked about since it opened: what it withholds even so is left to their turn. */
  #done = false;

  constructor(parts: KeychainRecoveryParts) {
    this.#parts = parts;
  }

  /** To be called whenever something in the fleet changed. */
  fleetChanged(): void {
    if (this.#looking || this.#waiting().length === 0) return;
    this.#looking = true;
    this.#done = false;
    this.#lookLater();
  }

  async #look(): Promise<void> {
    const open = await this.#parts.seenOpen();
    const waiting = this.#waiting();
    if (!open) this.#done = false;
    else if (!this.#done) this.#done = waiting.map((id) => this.#parts.refresh(id)).every(Boolean);
    this.#looking = waiting.length > 0;
    if (this.#looking) this.#lookLater();
  }

  #lookLater(): void {
    this.#parts.timer.set(lookEvery, () => void this.#look());
  }

  #waiting(): readonly PrinterId[] {
    return this.#parts.fleet
      .members()
      .filter(({ status: { silence } }) => silence?.problem.type === 'keychain' && silence.problem.why !== 'refused')
      .map(({ printer }) => printer.id);
  }
}
