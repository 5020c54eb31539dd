import type { ConnectionInfo } from '../domain/connection-info.ts';
import type { PrinterPolicy } from '../domain/notification-policy.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import type { Printer, PrinterId } from '../domain/printer.ts';
import type { Sighting } from '../domain/record-sighting.ts';
import type { PrinterStatus } from '../domain/status.ts';
import { type Instant, type Milliseconds, SECOND } from '../domain/time.ts';
import type { PollState } from './schedule.ts';

/** Nobody sees a clock that is off by less. */
const clockTolerance: Milliseconds = 2 * SECOND;

/** All that is known of one printer right now. Moments are server time, UTC. */
export interface PrinterRecord {
  readonly printer: Printer;
  readonly status: PrinterStatus;
  /** The last answer that described the printer; null before the first. */
  readonly info: ConnectionInfo | null;
  /** The last answer about the link, for the history; null before the first. */
  readonly sighting: (Sighting & { readonly at: Instant; readonly isProven: boolean }) | null;
  readonly pace: PollState;
  /** What its plugin reports of its prints; null while nothing is known of them. */
  readonly print: PrintStatus | null;
  /** A request about it is under way. */
  readonly asking: boolean;
  /** When it was last asked about; null before the first time. */
  readonly checkedAt: Instant | null;
  /** Null while nothing is planned: asleep, no network, or a request under way. */
  readonly nextCheckAt: Instant | null;
}

/** Hears which printers were added, changed, moved or removed: of many printers an answer changes one. */
export type FleetListener = (changed: ReadonlySet<PrinterId>) => void;

/** Collects which printers were changed or removed, for one who looks at them now and then. */
export class TouchedPrinters {
  #ids = new Set<PrinterId>();

  add(id: PrinterId): void {
    this.#ids.add(id);
  }

  /** Those since this was asked last. */
  take(): ReadonlySet<PrinterId> {
    const taken = this.#ids;
    if (taken.size > 0) this.#ids = new Set();
    return taken;
  }
}

/**
 * The one store of truth: every printer in the user's order and whether this computer has a network. The monitor
 * writes what it learns, the list of printers their order and mutes; all others read, and are told once after each burst
 * of changes.
 */
export class Fleet {
  readonly #members = new Map<PrinterId, PrinterRecord>();
  #network: 'up' | 'down' = 'up';
  #clockAhead: Milliseconds = 0;
  #listeners = new Set<FleetListener>();
  /** Those of the burst that goes on; null between bursts. */
  #changed: Set<PrinterId> | null = null;
  readonly #notes = new Set<TouchedPrinters>();
  /** Worked out when it is asked for; null when a printer is another since. */
  #policy: PrinterPolicy | null = null;

  members(): readonly PrinterRecord[] {
    return [...this.#members.values()];
  }

  /** Without a copy of the list: of many printers the first often tells enough. */
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

  /** How far this computer's clock is ahead of OctoEverywhere's, ms; what is shown to the user is by the computer's. */
  clockAhead(): Milliseconds {
    return this.#clockAhead;
  }

  setClockAhead(ahead: Milliseconds): void {
    const isRight = Math.abs(ahead) < clockTolerance;
    if (isRight ? this.#clockAhead === 0 : Math.abs(ahead - this.#clockAhead) < clockTolerance) return;
    this.#clockAhead = isRight ? 0 : ahead;
    this.#announce([...this.#members.keys()]);
  }

  /** What the user set for single printers. */
  policy(): PrinterPolicy {
    this.#policy ??= policyOf(this.members());
    return this.#policy;
  }

  /** Adds a printer at the end of the order, or replaces the one with the same id in its place. */
  put(member: PrinterRecord): void {
    if (this.#members.get(member.printer.id)?.printer !== member.printer) this.#policy = null;
    this.#members.set(member.printer.id, member);
    this.#touch(member.printer.id);
    this.#announce([member.printer.id]);
  }

  /** Changes a printer; does nothing when it is gone by now. */
  update(id: PrinterId, change: (member: PrinterRecord) => PrinterRecord): void {
    const member = this.#members.get(id);
    if (member !== undefined) this.put(change(member));
  }

  remove(id: PrinterId): void {
    this.#policy = null;
    this.#touch(id);
    if (this.#members.delete(id)) this.#announce([id]);
  }

  /** Has it noted from now on which printers are changed or removed; it lasts as long as the fleet. */
  noteTouched(): TouchedPrinters {
    const touched = new TouchedPrinters();
    this.#notes.add(touched);
    return touched;
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

  /** These printers in the user's order. */
  inOrder(printers: readonly PrinterId[]): readonly PrinterId[] {
    if (printers.length < 2) return printers;
    const those = new Set(printers);
    return this.members().flatMap(({ printer }) => (those.has(printer.id) ? [printer.id] : []));
  }

  /** Calls `listener` after changes, once for all that happened in the same turn. Returns how to end that. */
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
      queueMicrotask(() => {
        this.#changed = null;
        for (const listener of this.#listeners) listener(changed);
      });
    }
    for (const id of ids) this.#changed.add(id);
  }
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
