import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';

/** Clears "off on purpose" when such a printer connects again. */
export class OffOnPurpose {
  readonly #fleet: Fleet;
  readonly #end: (printer: PrinterId) => void;
  /** Printers marked as off while still connected, with the start of that connection as reported by OctoEverywhere. */
  readonly #stillConnected = new Map<PrinterId, Instant | null>();

  /** `end` is called for each printer that has connected again. */
  constructor(fleet: Fleet, end: (printer: PrinterId) => void) {
    this.#fleet = fleet;
    this.#end = end;
  }

  /** The user marks a printer as off, or as off no longer. */
  marked(id: PrinterId, isOff: boolean): void {
    const member = this.#fleet.get(id);
    if (isOff && member?.status.kind === 'online') this.#stillConnected.set(id, member.info?.lastConnectedAt ?? null);
    else this.#stillConnected.delete(id);
  }

  /**
   * Checks printers that changed. One that was marked while connected has to disconnect first, or show a newer
   * connection.
   */
  look(changed: ReadonlySet<PrinterId>): void {
    for (const id of changed) {
      const member = this.#fleet.get(id);
      if (member?.printer.offOnPurpose !== true) continue;
      const { status, info } = member;
      if (status.kind === 'offline') this.#stillConnected.delete(id);
      const isTheOldOne = this.#stillConnected.get(id) === (info?.lastConnectedAt ?? null);
      if (status.kind === 'online' && !isTheOldOne) this.#end(id);
    }
  }
}
