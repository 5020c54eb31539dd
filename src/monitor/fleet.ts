import type { ConnectionInfo } from '../domain/connection-info.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { PrinterStatus } from '../domain/status.ts';
import type { Instant } from '../domain/time.ts';
import type { Pace } from './schedule.ts';

/** All that is known of one printer right now. */
export interface Member {
  readonly printer: Printer;
  readonly status: PrinterStatus;
  /** The last answer that described the printer; null before the first. */
  readonly info: ConnectionInfo | null;
  readonly pace: Pace;
  /** A question about it is under way. */
  readonly asking: boolean;
  /** UTC; null while nothing is planned: asleep, no network, or a question under way. */
  readonly nextCheckAt: Instant | null;
}

/** Hears which printers were added, changed, moved or removed: of many printers an answer changes one. */
export type FleetListener = (changed: ReadonlySet<PrinterId>) => void;

/**
 * The one store of truth: every printer in the user's order and whether this computer has a network. The monitor
 * writes what it learns, the list of printers their order and mutes; all others read, and are told once after each burst
 * of changes.
 */
export class Fleet {
  readonly #members = new Map<PrinterId, Member>();
  #network: 'up' | 'down' = 'up';
  #listeners = new Set<FleetListener>();
  /** Those of the burst that goes on; null between bursts. */
  #changed: Set<PrinterId> | null = null;

  members(): readonly Member[] {
    return [...this.#members.values()];
  }

  /** Without a copy of the list: of many printers the first often tells enough. */
  *statuses(): IterableIterator<PrinterStatus> {
    for (const { status } of this.#members.values()) yield status;
  }

  size(): number {
    return this.#members.size;
  }

  get(id: PrinterId): Member | undefined {
    return this.#members.get(id);
  }

  network(): 'up' | 'down' {
    return this.#network;
  }

  setNetwork(network: 'up' | 'down'): void {
    if (network === this.#network) return;
    this.#network = network;
    this.#announce([]);
  }

  /** Adds a printer at the end of the order, or replaces the one with the same id in its place. */
  put(member: Member): void {
    this.#members.set(member.printer.id, member);
    this.#announce([member.printer.id]);
  }

  /** Changes a printer; does nothing when it is gone by now. */
  update(id: PrinterId, change: (member: Member) => Member): void {
    const member = this.#members.get(id);
    if (member !== undefined) this.put(change(member));
  }

  remove(id: PrinterId): void {
    if (this.#members.delete(id)) this.#announce([id]);
  }

  /** Puts the printers in the order of `ids`; any that it does not name come last, in the order they had. */
  arrange(ids: readonly PrinterId[]): void {
    const named = ids.flatMap((id) => this.#members.get(id) ?? []);
    const listed = new Set(ids);
    const others = this.members().filter(({ printer }) => !listed.has(printer.id));
    this.#members.clear();
    for (const member of [...named, ...others]) this.#members.set(member.printer.id, member);
    this.#announce([...this.#members.keys()]);
  }

  /** Calls `listener` after changes, once for all that happened in the same turn. Returns how to end that. */
  subscribe(listener: FleetListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #announce(ids: readonly PrinterId[]): void {
    if (this.#changed === null) {
      const changed = new Set<PrinterId>();
      this.#changed = changed;
      queueMicrotask(() => {
        this.#changed = null;
        for (const listener of this.#listeners) listener(changed);
      });
    }
    for (const id of ids) this.#changed.add(id);
  }
}

/** Those of whom nothing is to be told. */
export function mutedPrinters(fleet: Fleet): ReadonlySet<PrinterId> {
  return new Set(fleet.members().flatMap(({ printer }) => (printer.muted ? [printer.id] : [])));
}
