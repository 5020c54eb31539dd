import { isPrintTrouble, type PrintAlert } from '../domain/print/print-alert.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import { isTroubleOver } from '../domain/print/trouble-over.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';

interface Reported {
  readonly alert: PrintAlert;
  /** When the print that it is about was first seen; null without one. */
  readonly seenAt: Instant | null;
}

/** What happens to a printer's notification: it closes, or says something else under the same number. */
export type Correction = 'close' | { readonly number: number; readonly says: PrintAlert };

/** The problems of each printer's latest print that were reported and may still exist, oldest first. */
export class ReportedTroubles {
  readonly #reported = new Map<PrinterId, readonly Reported[]>();

  /** `alert` is shown; `printOf` returns the status of a printer's prints. */
  note(alert: PrintAlert, printOf: (printer: PrinterId) => PrintStatus | null): void {
    for (const { printer, seenAt: seenWith } of alert.printEvents) {
      const seenAt = seenWith ?? printOf(printer)?.print?.seenAt ?? null;
      const isOther = (one: Reported) => one.seenAt === seenAt && one.alert.kind !== alert.kind;
      const others = (this.#reported.get(printer) ?? []).filter(isOther);
      if (isPrintTrouble[alert.kind]) this.#reported.set(printer, [...others, { alert, seenAt }]);
      else this.#reported.delete(printer);
    }
  }

  /**
   * Returns what happens to a printer's notification, which is about its latest problem, now that this is the status of
   * its prints; null for nothing. If an earlier problem lasts longer, the notification is about that one from now on.
   */
  correctionOf(printer: PrinterId, status: PrintStatus | null): Correction | null {
    const reported = this.#reported.get(printer) ?? [];
    const latest = reported.at(-1);
    if (latest === undefined) return null;
    const left = reported.filter(({ alert, seenAt }) => !isTroubleOver(alert.kind, seenAt, status));
    const next = left.at(-1);
    if (next === undefined) {
      this.#reported.delete(printer);
      return 'close';
    }
    const isCorrected = next !== latest && isAlone(next.alert) && isAlone(latest.alert);
    // Its notification is that of the latest now.
    const { notification } = latest.alert;
    const renumbered = { ...next, alert: { ...next.alert, notification } };
    if (isCorrected) this.#reported.set(printer, [...left.slice(0, -1), renumbered]);
    return isCorrected ? { number: notification, says: next.alert } : null;
  }

  forget(printer: PrinterId): void {
    this.#reported.delete(printer);
  }
}

/** A notification about several printers stays for the others. */
function isAlone({ printEvents }: PrintAlert): boolean {
  return printEvents.length === 1;
}
