import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { HOUR, type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { PendingDeletionsStore } from '../storage/pending-deletions.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { KeychainCheck } from './keychain-status.ts';
import type { SecretStore } from './secret-store.ts';

/** How often a keychain that cannot be used is looked at while something has to be removed from it. */
const look: Milliseconds = 15 * SECOND;

/** What is still in the keychain though its printer is gone, and why; null when nothing is. */
export type PendingDeletions = { readonly count: number; readonly why: KeychainError } | null;

export interface SecretCleanupParts {
  readonly store: PendingDeletionsStore;
  readonly secrets: Pick<SecretStore, 'remove'>;
  readonly keychain: Pick<KeychainCheck, 'trouble'>;
  readonly printers: Pick<PrinterStore, 'value' | 'flush'>;
  readonly timer: Timer;
}

/**
 * Removes the secrets of removed printers from the keychain, now or as soon as it can be used: what is left is on disk
 * until it is done, so that no token stays behind forever. Nobody is asked to unlock anything for that.
 */
export class SecretCleanup {
  readonly #parts: SecretCleanupParts;
  /** In vain although the keychain could be used, in a row. */
  #refusals = 0;
  #sweeping: Promise<void> | null = null;
  #reported: PendingDeletions = null;
  #changed: (left: PendingDeletions) => void = () => {};
  /** Kept in memory until quit only: there is hardly anything in the keychain, so nothing worth telling. */
  readonly #quiet = new Set<PrinterId>();
  /** Noted, while their printers are still to leave the list on disk. */
  readonly #leaving = new Set<PrinterId>();
  /** The list without them could not be saved: after a restart their printers would be there again. */
  readonly #unsaved = new Set<PrinterId>();

  constructor(parts: SecretCleanupParts) {
    this.#parts = parts;
  }

  /** `listener` hears of what is left in the keychain whenever that changes. */
  onChange(listener: (left: PendingDeletions) => void): void {
    this.#changed = listener;
  }

  /** Goes on with what an earlier run of the app left. A printer that is in the list after all keeps its secret. */
  start(): void {
    const left = this.#parts.store.value();
    const wanted = left.filter((id) => !this.#isListed(id));
    if (wanted.length < left.length) void this.#parts.store.save(wanted);
    void this.sweep();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  /** Notes down that a printer's secret has to go; resolves when that is on disk. It stays until `release`. */
  async note(id: PrinterId, quiet: boolean): Promise<void> {
    this.#leaving.add(id);
    if (quiet) this.#quiet.add(id);
    await this.#parts.store.save([...this.#parts.store.value().filter((one) => one !== id), id]);
  }

  /** The printer left the list, on disk as well if `saved`: from then on `sweep` removes its secret. */
  release(id: PrinterId, saved: boolean): void {
    this.#leaving.delete(id);
    if (!saved) this.#unsaved.add(id);
  }

  isNoted(id: PrinterId): boolean {
    return this.#parts.store.value().includes(id);
  }

  /** The printer is in the list again, and its secret may stay. */
  keep(ids: ReadonlySet<PrinterId>): void {
    const left = this.#parts.store.value();
    const rest = left.filter((id) => !ids.has(id));
    if (rest.length < left.length) void this.#parts.store.save(rest);
  }

  /** Removes what can be removed now and plans when to look again. Never rejects. */
  sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  async #sweep(): Promise<void> {
    this.#parts.timer.clear();
    if (this.#parts.store.value().length === 0) return this.#tell(null);
    if (this.#unsaved.size > 0 && (await this.#parts.printers.flush()).ok) this.#unsaved.clear();
    let why = await this.#parts.keychain.trouble();
    if (why === null) {
      why = await this.#removeAll();
      this.#refusals = why === null ? 0 : this.#refusals + 1;
    }
    const overdue = this.#due().filter((id) => !this.#quiet.has(id));
    this.#tell(why === null || overdue.length === 0 ? null : { count: overdue.length, why });
    if (this.#parts.store.value().length === 0) return;
    const wait = Math.min(HOUR, look * 2 ** Math.min(this.#refusals, 10));
    this.#parts.timer.set(wait, () => void this.sweep());
  }

  /** Whose secrets may go now: a printer that a restart would bring back keeps its own. */
  #due(): readonly PrinterId[] {
    const isDue = (id: PrinterId) => !this.#leaving.has(id) && !this.#unsaved.has(id) && !this.#isListed(id);
    return this.#parts.store.value().filter(isDue);
  }

  /** Returns why the rest could not be removed, or null. */
  async #removeAll(): Promise<KeychainError | null> {
    for (;;) {
      const [id] = this.#due();
      if (id === undefined) return null;
      const removed = await this.#parts.secrets.remove(id);
      if (removed.kind === 'unavailable') return removed.why;
      this.#quiet.delete(id);
      await this.#parts.store.save(this.#parts.store.value().filter((one) => one !== id));
    }
  }

  #isListed(id: PrinterId): boolean {
    return this.#parts.printers.value().some((printer) => printer.id === id);
  }

  #tell(left: PendingDeletions): void {
    if (left?.count === this.#reported?.count && left?.why === this.#reported?.why) return;
    this.#reported = left;
    this.#changed(left);
  }
}
