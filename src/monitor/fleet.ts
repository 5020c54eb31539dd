import type { ConnectionInfo } from '../domain/connection-info.ts';
import type { PrinterPolicy } from '../domain/notification-policy.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { Sighting, TimeSource } from '../domain/record-sighting.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import type { PollState } from './schedule.ts';

/** Smaller deviations of this computer's clock are not noticeable. */
const clockTolerance: Milliseconds = 2 * SECOND;

/** Everything known about one printer right now. Times are server time, UTC. */
export interface PrinterRecord {
  readonly printer: Printer;
  readonly status: PrinterStatus;
  /** The last response that described the printer; null before the first. */
  readonly info: ConnectionInfo | null;
  /** The last response about the link, for the history; null before the first. */
  readonly sighting: (Sighting & TimeSource & { readonly at: Instant }) | null;
  readonly pollState: PollState;
  /** What its plugin reports about its print; null while nothing is known. */
  readonly print: PrintStatus | null;
  /** A request about it is in progress. */
  readonly asking: boolean;
  /** When it was last checked; null before the first time. */
  readonly checkedAt: Instant | null;
  /** Null while nothing is planned: asleep, no network, or a request in progress. */
  readonly nextCheckAt: Instant | null;
}

/** Called with the printers that were added, changed, moved or removed. */
export type FleetListener = (changed: ReadonlySet<PrinterId>) => void;

/** Collects which printers were changed or removed, for a reader that checks now and then. */
export class TouchedPrinters {
  #ids = new Set<PrinterId>();

  add(id: PrinterId): void {
    this.#ids.add(id);
  }

  /** Returns the printers collected since the last call. */
  take(): ReadonlySet<PrinterId> {
    const taken = this.#ids;
    if (taken.size > 0) this.#ids = new Set();
    return taken;
  }
}

/**
 * The single source of truth: every printer in the user's order, and whether this computer has a network. The monitor
 * writes results, the printer list writes order and mutes; all others only read, and are notified once after each burst
 * of changes.
 */
export class Fleet {
  readonly #members = new Map<PrinterId, PrinterRecord>();
  #network: 'up' | 'down' = 'up';
  #clockAhead: Milliseconds = 0;
  #listeners = new Set<FleetListener>();
  /** The changes of the current burst; null between bursts. */
  #changed: Set<PrinterId> | null = null;
  readonly #notes = new Set<TouchedPrinters>();
  /** Cached; null after a change of a printer. */
  #policy: PrinterPolicy | null = null;

  members(): readonly PrinterRecord[] {
    return [...this.#members.values()];
  }

  /** Iterates without copying the list: the first few printers are often enough. */
  *statuses(): IterableIterator<PrinterStatus> {
    for (const { status } of this.#members.values()) yield status;
  }

  size(): number {
    return this.#members.size;
  }

  get(id: PrinterId): PrinterRecord | undefined {
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

  /**
   * How far this computer's clock is ahead of OctoEverywhere's, ms; times are shown to the user by the computer's
   * clock.
   */
  clockAhead(): Milliseconds {
    return this.#clockAhead;
  }

  setClockAhead(ahead: Milliseconds): void {
    const isRight = Math.abs(ahead) < clockTolerance;
    if (isRight ? this.#clockAhead === 0 : Math.abs(ahead - this.#clockAhead) < clockTolerance) return;
    this.#clockAhead = isRight ? 0 : ahead;
    this.#announce([...this.#members.keys()]);
  }

  /** Returns the user's choices for individual printers. */
  policy(): PrinterPolicy {
    this.#policy ??= policyOf(this.members());
    return this.#policy;
  }

  /** Appends a printer, or replaces the one with the same id in place. */
  put(member: PrinterRecord): void {
    const { printer } = member;
    const before = this.#members.get(printer.id)?.printer;
    if (before === undefined || !isSamePolicy(before, printer)) this.#policy = null;
    this.#members.set(printer.id, member);
    this.#touch(printer.id);
    this.#announce([printer.id]);
  }

  /** Changes a printer; does nothing if it no longer exists. */
  update(id: PrinterId, change: (member: PrinterRecord) => PrinterRecord): void {
    const member = this.#members.get(id);
    if (member !== undefined) this.put(change(member));
  }

  remove(id: PrinterId): void {
    this.#policy = null;
    this.#touch(id);
    if (this.#members.delete(id)) this.#announce([id]);
  }

  /** Collects changed and removed printers from now on, for the lifetime of the fleet. */
  noteTouched(): TouchedPrinters {
    const touched = new TouchedPrinters();
    this.#notes.add(touched);
    return touched;
  }

  /** Sorts the printers in the order of `ids`; all others come last, in their previous order. */
  arrange(ids: readonly PrinterId[]): void {
    const named = ids.flatMap((id) => this.#members.get(id) ?? []);
    const listed = new Set(ids);
    const others = this.members().filter(({ printer }) => !listed.has(printer.id));
    this.#members.clear();
    for (const member of [...named, ...others]) this.#members.set(member.printer.id, member);
    this.#announce([...this.#members.keys()]);
  }

  /** Sorts printers in the user's order. */
  inOrder(printers: readonly PrinterId[]): readonly PrinterId[] {
    if (printers.length < 2) return printers;
    const those = new Set(printers);
    return this.members().flatMap(({ printer }) => (those.has(printer.id) ? [printer.id] : []));
  }

  /** Calls `listener` once after all changes of the same turn. Returns the function that ends the subscription. */
  subscribe(listener: FleetListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #touch(id: PrinterId): void {
    for (const note of this.#notes) note.add(id);
  }

  #announce(ids: readonly PrinterId[]): void {
    if (this.#changed === null) {
      const changed = new Set<PrinterId>();
      this.#changed = changed;
      // `queueMicrotask` would create an async resource for each burst, which takes longer than all listeners.
      void Promise.resolve().then(() => {
        this.#changed = null;
        const failures: unknown[] = [];
        for (const listener of this.#listeners) {
          try {
            listener(changed);
          } catch (error) {
            failures.push(error);
          }
        }
        if (failures.length > 0) throw failures[0];
      });
    }
    for (const id of ids) this.#changed.add(id);
  }
}

function isSamePolicy(one: Printer, other: Printer): boolean {
  return one.muted === other.muted && one.offOnPurpose === other.offOnPurpose && one.oftenOff === other.oftenOff;
}

function policyOf(members: readonly PrinterRecord[]): PrinterPolicy {
  const those = (is: (printer: Printer) => boolean): ReadonlySet<PrinterId> =>
    new Set(members.flatMap(({ printer }) => (is(printer) ? [printer.id] : [])));
  return {
    muted: those(({ muted }) => muted),
    off: those(({ offOnPurpose }) => offOnPurpose),
    oftenOff: those(({ oftenOff }) => oftenOff),
  };
}
