import type { PrinterId } from '../domain/printer.ts';
import type { StatusKind } from '../domain/status.ts';
import type { Instant } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';

/** Whether a printer of this status with a link that was last up is connected as far as the user knows. */
const seemedConnected: Readonly<Record<StatusKind, boolean>> = {
  online: true,
  unknown: true,
  checking: true,
  offline: false,
  'reconnect-needed': false,
  'perks-needed': false,
  'update-needed': false,
};

/** Clears "off on purpose" when such a printer connects again. */
export class OffOnPurpose {
  readonly #fleet: Fleet;
  readonly #end: (printer: PrinterId) => void;
  /** Printers marked as off while still connected, and when that was last seen (server time, UTC). */
  readonly #stillConnected = new Map<PrinterId, Instant>();

  /** `end` is called for each printer that has connected again. */
  constructor(fleet: Fleet, end: (printer: PrinterId) => void) {
    this.#fleet = fleet;
    this.#end = end;
  }

  /**
   * The user has marked a printer as off, or unmarked it. One that was shown with another problem, such as a rejection,
   * is back as soon as it is shown as connected.
   */
  marked(id: PrinterId, isOff: boolean): void {
    const status = this.#fleet.get(id)?.status;
    const link = status !== undefined && seemedConnected[status.kind] ? status.link : null;
    if (isOff && link?.state === 'up') this.#stillConnected.set(id, link.seenAt);
    else this.#stillConnected.delete(id);
  }

  /**
   * Checks printers that changed. One that was marked while connected, in this run or an earlier one, has to disconnect
   * first, or OctoEverywhere has to report a newer connection; a missing or contradictory time is no proof of one.
   */
  check(changed: ReadonlySet<PrinterId>): void {
    for (const id of changed) {
      const member = this.#fleet.get(id);
      if (member?.printer.offOnPurpose !== true) continue;
      const { kind, link } = member.status;
      if (link === null) continue;
      if (link.state === 'down') this.#stillConnected.delete(id);
      else if (kind === 'checking') this.#stillConnected.set(id, link.seenAt);
      const connectedAt = this.#stillConnected.get(id);
      const isNew = connectedAt === undefined || (link.exact && link.since > connectedAt);
      if (kind === 'online' && isNew) this.#end(id);
    }
  }
}
