import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import { HOUR, type Milliseconds, SECOND, type Timer } from '../domain/time.ts';
import type { PendingDeletionsStore } from '../storage/pending-deletions.ts';
import type { PrinterStore } from '../storage/printer-store.ts';
import type { KeychainCheck } from './keychain-status.ts';
import type { SecretStore } from './secret-store.ts';

/** How often an unavailable keychain is checked while something has to be deleted from it. */
const firstWait: Milliseconds = 15 * SECOND;

/** How many secrets of removed printers are still in the keychain, and why; null for none. */
export type PendingDeletions = { readonly count: number; readonly why: KeychainError } | null;

export interface SecretCleanupParts {
  readonly store: PendingDeletionsStore;
  readonly secrets: Pick<SecretStore, 'remove'>;
  readonly keychain: Pick<KeychainCheck, 'trouble'>;
  readonly printers: Pick<PrinterStore, 'value' | 'flush'>;
  readonly timer: Timer;
}

/**
 * Deletes the secrets of removed printers from the keychain, now or as soon as it is available. Pending deletions are
 * on disk, so that no token stays behind forever. The user is never asked to unlock the keychain for this.
 */
export class SecretCleanup {
  readonly #parts: SecretCleanupParts;
  /** Consecutive failures while the keychain was available. */
  #refusals = 0;
  #running: Promise<void> | null = null;
  #reported: PendingDeletions = null;
  #changed: (left: PendingDeletions) => void = () => {};
  /** Printers whose keychain entry is uncertain or absent, so that a pending deletion is not worth reporting. */
  readonly #quiet = new Set<PrinterId>();
  /** Noted, but the list without their printers is not saved yet. */
  readonly #leaving = new Set<PrinterId>();
  /** The list without them could not be saved: a restart would bring their printers back. */
  readonly #unsaved = new Set<PrinterId>();

  constructor(parts: SecretCleanupParts) {
    this.#parts = parts;
  }

  /** `listener` is called whenever the pending deletions change. */
  onChange(listener: (left: PendingDeletions) => void): void {
    this.#changed = listener;
  }

  /** Resumes the deletions of an earlier run of the app. A printer that is in the list after all keeps its secret. */
  start(): void {
    const left = this.#parts.store.value();
    const wanted = left.filter((id) => !this.#isListed(id));
    if (wanted.length < left.length) void this.#parts.store.save(wanted);
    void this.run();
  }

  stop(): void {
    this.#parts.timer.clear();
  }

  /** Records that a printer's secret has to be deleted, after `release`; resolves when that is on disk. */
  async enqueue(id: PrinterId, quiet: boolean): Promise<void> {
    this.#leaving.add(id);
    if (quiet) this.#quiet.add(id);
    await this.#parts.store.save([...this.#parts.store.value().filter((one) => one !== id), id]);
  }

  /** The printer has left the list (on disk too if `saved`): from now on `run` deletes its secret. */
  release(id: PrinterId, saved: boolean): void {
    this.#leaving.delete(id);
    if (!saved) this.#unsaved.add(id);
  }

  isNoted(id: PrinterId): boolean {
    return this.#parts.store.value().includes(id);
  }

  /** These printers are in the list again and keep their secrets. */
  keep(ids: ReadonlySet<PrinterId>): void {
    const left = this.#parts.store.value();
    const rest = left.filter((id) => !ids.has(id));
    if (rest.length < left.length) void this.#parts.store.save(rest);
  }

  /** Deletes what can be deleted now and schedules the next attempt. Never rejects. */
  run(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
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
    const wait = Math.min(HOUR, firstWait * 2 ** Math.min(this.#refusals, 10));
    this.#parts.timer.set(wait, () => void this.run());
  }

  /** Returns whose secrets may be deleted now: a printer that a restart would bring back keeps its secret. */
  #due(): readonly PrinterId[] {
    const isDue = (id: PrinterId) => !this.#leaving.has(id) && !this.#unsaved.has(id) && !this.#isListed(id);
    return this.#parts.store.value().filter(isDue);
  }

  /** Resolves to why the rest could not be deleted, or null. */
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
