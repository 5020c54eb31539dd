import type { KeychainError } from '../domain/outcome.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Fleet, PrinterRecord } from '../monitor/fleet.ts';

/** A printer that can't be checked because the keychain withholds its token. */
export interface WaitingPrinter {
  readonly id: PrinterId;
  readonly why: KeychainError;
}

/**
 * The printers that wait for their token. Hardly ever is there one, and each response changes the fleet: so what
 * changed is noted, and all printers are looked at only while one of them waits.
 */
export class WaitingForToken {
  readonly #fleet: Pick<Fleet, 'get' | 'members' | 'subscribe'>;
  readonly #ids = new Set<PrinterId>();

  constructor(fleet: Pick<Fleet, 'get' | 'members' | 'subscribe'>) {
    this.#fleet = fleet;
    for (const { printer } of fleet.members()) this.#note(printer.id);
    fleet.subscribe((changed) => {
      for (const id of changed) this.#note(id);
    });
  }

  /** In the order of the fleet. */
  printers(): readonly WaitingPrinter[] {
    if (this.#ids.size === 0) return [];
    return this.#fleet.members().flatMap((member) => {
      const why = whyWaiting(member);
      return why === null ? [] : [{ id: member.printer.id, why }];
    });
  }

  #note(id: PrinterId): void {
    const member = this.#fleet.get(id);
    if (member !== undefined && whyWaiting(member) !== null) this.#ids.add(id);
    else this.#ids.delete(id);
  }
}

function whyWaiting({ status: { silence } }: PrinterRecord): KeychainError | null {
  return silence?.problem.type === 'keychain' ? silence.problem.why : null;
}
