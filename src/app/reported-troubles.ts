import { isPrintTrouble, type PrintAlert, type PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import { isTroubleOver } from '../domain/print/trouble-over.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';

interface Reported {
  readonly kind: PrintAlertKind;
  /** When its print was first seen; null without one. */
  readonly seenAt: Instant | null;
}

/** The problems of each printer's latest print that were reported and may still exist. */
export class ReportedTroubles {
  readonly #reported = new Map<PrinterId, readonly Reported[]>();

  /** `alert` is shown; `printOf` returns the status of a printer's prints. */
  note({ kind, printEvents }: PrintAlert, printOf: (printer: PrinterId) => PrintStatus | null): void {
    for (const { printer } of printEvents) {
      const seenAt = printOf(printer)?.print?.seenAt ?? null;
      const others = (this.#reported.get(printer) ?? []).filter((one) => one.seenAt === seenAt && one.kind !== kind);
      if (isPrintTrouble[kind]) this.#reported.set(printer, [...others, { kind, seenAt }]);
      else this.#reported.delete(printer);
    }
  }

  /**
   * Returns whether all problems reported for a printer are over, now that this is the status of its prints. Its one
   * notification on the screen is about the latest of them.
   */
  areOver(printer: PrinterId, status: PrintStatus | null): boolean {
    const reported = this.#reported.get(printer);
    if (reported === undefined) return false;
    const left = reported.filter(({ kind, seenAt }) => !isTroubleOver(kind, seenAt, status));
    if (left.length === 0) this.#reported.delete(printer);
    else if (left.length < reported.length) this.#reported.set(printer, left);
    return left.length === 0;
  }

  forget(printer: PrinterId): void {
    this.#reported.delete(printer);
  }
}
