import type { Printer, PrinterId } from '../domain/printer.ts';
import { type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { KeychainCheck } from '../keychain/keychain-status.ts';
import type { SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { Connections } from './connections.ts';
import type { PendingAdditions } from './pending-additions.ts';

/** How often to try again while the keychain is unavailable or the list cannot be saved. */
const retryInterval: Milliseconds = 15 * SECOND;

export interface InterruptedAdditionsParts {
  readonly additions: PendingAdditions;
  readonly printers: PrinterStore;
  readonly removals: Pick<SecretCleanup, 'isNoted'>;
  readonly connections: Pick<Connections, 'adopt'>;
  readonly keychain: Pick<KeychainCheck, 'trouble'>;
  readonly timer: Timer;
}

/** Finishes additions that were interrupted because the app was killed, the keychain locked or the disk full. */
export class InterruptedAdditions {
  readonly #parts: InterruptedAdditionsParts;

  constructor(parts: InterruptedAdditionsParts) {
    this.#parts = parts;
    parts.additions.onUnsaved(() => this.#resumeLater());
  }

  /** Finishes additions of an earlier run of the app. */
  start(): void {
    const { additions, removals } = this.#parts;
    // A later removal takes precedence.
    additions.keepOnly((id) => !this.#isListed(id) && !removals.isNoted(id));
    void this.#resume();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  #isListed(id: PrinterId): boolean {
    return this.#parts.printers.value().some((printer) => printer.id === id);
  }

  async #resume(): Promise<void> {
    const { additions, keychain } = this.#parts;
    const open = additions.notUnderWay();
    if (open.length === 0) return;
    const isUsable = (await keychain.trouble()) === null;
    for (const printer of open) await this.#finish(printer, isUsable);
    if (additions.areOpen()) this.#resumeLater();
  }

  async #finish(printer: Printer, isKeychainUsable: boolean): Promise<void> {
    const { additions, connections, printers } = this.#parts;
    if (!this.#isListed(printer.id) && isKeychainUsable) {
      const adopted = await connections.adopt(printer);
      if (adopted === 'not-wanted') await additions.abandon(printer.id, true);
    }
    // In memory it is listed as soon as it is adopted, but saving it may take a while.
    if (this.#isListed(printer.id) && (await printers.flush()).ok) await additions.forget(printer.id);
  }

  #resumeLater(): void {
    this.#parts.timer.set(retryInterval, () => void this.#resume());
  }
}
