import type { Printer, PrinterId } from '../domain/printer.ts';
import type { SecretCleanup } from '../keychain/secret-cleanup.ts';
import type { PendingAdditionsStore } from '../storage/pending-additions.ts';
import type { SaveResult } from '../storage/storage-notice.ts';

/**
 * The printers that are being added. Each is on disk from before its secret is in the keychain until the saved list
 * contains it. Whenever the app is killed, the next start either lists the printer or deletes its secret
 * (interrupted-additions.ts).
 */
export class PendingAdditions {
  readonly #store: PendingAdditionsStore;
  readonly #removals: Pick<SecretCleanup, 'enqueue' | 'release' | 'run'>;
  /** Those being added by this run of the app. */
  readonly #underWay = new Set<PrinterId>();
  #unsaved: () => void = () => {};

  constructor(store: PendingAdditionsStore, removals: Pick<SecretCleanup, 'enqueue' | 'release' | 'run'>) {
    this.#store = store;
    this.#removals = removals;
  }

  /** `listener` is called when a printer is in the list but could not be saved. */
  onUnsaved(listener: () => void): void {
    this.#unsaved = listener;
  }

  /** Those that are not being added right now. */
  notUnderWay(): readonly Printer[] {
    return this.#store.value().filter(({ id }) => !this.#underWay.has(id));
  }

  areOpen(): boolean {
    return this.#store.value().length > 0;
  }

  /** Drops those that are not `wanted`. */
  keepOnly(wanted: (id: PrinterId) => boolean): void {
    const all = this.#store.value();
    const kept = all.filter(({ id }) => wanted(id));
    if (kept.length < all.length) void this.#store.save(kept);
  }

  /** To be called before a secret is written. Resolves when the printer is on disk, or could not be saved. */
  async begin(printer: Printer): Promise<SaveResult> {
    this.#underWay.add(printer.id);
    const saved = await this.#store.save([...this.#store.value(), printer]);
    if (!saved.ok) await this.forget(printer.id);
    return saved;
  }

  /** The printer is in the list; `saved` is whether that is on disk. */
  listed(id: PrinterId, saved: boolean): void {
    this.#underWay.delete(id);
    if (saved) void this.forget(id);
    else this.#unsaved();
  }

  /** The printer will not be listed: deletes its secret if there may be one. Resolves when that is on disk. */
  async abandon(id: PrinterId, mayBeKept: boolean): Promise<void> {
    if (mayBeKept) {
      await this.#removals.enqueue(id, true);
      this.#removals.release(id, true);
      void this.#removals.run();
    }
    await this.forget(id);
  }

  /** Drops the addition. Resolves when that is on disk. */
  async forget(id: PrinterId): Promise<void> {
    this.#underWay.delete(id);
    const rest = this.#store.value().filter((printer) => printer.id !== id);
    if (rest.length < this.#store.value().length) await this.#store.save(rest);
  }
}
