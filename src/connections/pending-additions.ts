import type { KeychainTrouble } from '../domain/outcome.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import { type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { PendingAdditionsStore } from '../storage/pending-additions.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { SaveResult } from '../storage/storage-notice.ts';
import type { SecretRemovals } from './secret-removals.ts';

/** How often a keychain that cannot be used, or a list that could not be saved, is looked at again. */
const look: Milliseconds = 15 * SECOND;

/** What became of a printer whose addition was interrupted. */
export type Adoption =
  | 'listed'
  /** The keychain has nothing for it, or another printer in the list uses the same token. */
  | 'not-wanted'
  /** The keychain cannot be read now. */
  | 'later';

export interface PendingAdditionsParts {
  readonly store: PendingAdditionsStore;
  readonly printers: PrinterStore;
  readonly removals: Pick<SecretRemovals, 'note' | 'release' | 'isNoted' | 'sweep'>;
  /** Why the keychain cannot be used now, without making any prompt appear; null when it can, or when nobody knows. */
  readonly keychainTrouble: () => Promise<KeychainTrouble | null>;
  /** Lists the printer if the keychain has its secret. Never rejects. */
  readonly adopt: (printer: Printer) => Promise<Adoption>;
  readonly timer: Timer;
}

/**
 * The printers that are being added. Each is on disk before its secret is in the keychain, and until it is in the list on
 * disk: wherever the app is killed, the next start either lists the printer that the keychain holds or leaves nothing
 * behind there.
 */
export class PendingAdditions {
  readonly #parts: PendingAdditionsParts;
  /** Added by this run of the app, which sees to them itself. */
  readonly #underWay = new Set<PrinterId>();

  constructor(parts: PendingAdditionsParts) {
    this.#parts = parts;
  }

  /** Finishes what an earlier run of the app began. */
  start(): void {
    const { store, removals } = this.#parts;
    const left = store.value();
    // A removal that was begun later counts.
    const open = left.filter(({ id }) => !this.#isListed(id) && !removals.isNoted(id));
    if (open.length < left.length) void store.save(open);
    void this.#resume();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  /** To be called before a secret is written: resolves when the printer is on disk, or cannot be put there. */
  async begin(printer: Printer): Promise<SaveResult> {
    this.#underWay.add(printer.id);
    const saved = await this.#parts.store.save([...this.#parts.store.value(), printer]);
    if (!saved.ok) await this.forget(printer.id);
    return saved;
  }

  /** The printer is in the list; `saved` tells whether it is there on disk as well. */
  listed(id: PrinterId, saved: boolean): void {
    this.#underWay.delete(id);
    if (saved) void this.forget(id);
    else this.#resumeLater();
  }

  /** The printer will not be listed. Resolves when that is on disk; the secret, if there may be one, is removed. */
  async abandon(id: PrinterId, mayBeKept: boolean): Promise<void> {
    if (mayBeKept) {
      await this.#parts.removals.note(id, true);
      this.#parts.removals.release(id, true);
      void this.#parts.removals.sweep();
    }
    await this.forget(id);
  }

  /** Resolves when nothing on disk speaks of this addition any more. */
  async forget(id: PrinterId): Promise<void> {
    this.#underWay.delete(id);
    const rest = this.#parts.store.value().filter((printer) => printer.id !== id);
    if (rest.length < this.#parts.store.value().length) await this.#parts.store.save(rest);
  }

  #isListed(id: PrinterId): boolean {
    return this.#parts.printers.value().some((printer) => printer.id === id);
  }

  async #resume(): Promise<void> {
    const open = this.#parts.store.value().filter(({ id }) => !this.#underWay.has(id));
    if (open.length === 0) return;
    const trouble = await this.#parts.keychainTrouble();
    for (const printer of open) {
      const adopted = this.#isListed(printer.id) || trouble !== null ? 'listed' : await this.#parts.adopt(printer);
      if (adopted === 'not-wanted') await this.abandon(printer.id, true);
      // In memory it is listed as soon as it is adopted; on disk it may take a while.
      if (this.#isListed(printer.id) && (await this.#parts.printers.flush()).ok) await this.forget(printer.id);
    }
    if (this.#parts.store.value().length > 0) this.#resumeLater();
  }

  #resumeLater(): void {
    this.#parts.timer.set(look, () => void this.#resume());
  }
}
