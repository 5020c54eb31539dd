import type { PrintAction } from '../domain/print/print-action.ts';
import { isPrintTrouble, type PrintAlert, type PrintAlertKind } from '../domain/print/print-alert.ts';
import type { PrintStatus } from '../domain/print/print-status.ts';
import { troubleNow } from '../domain/print/trouble-now.ts';
import type { PrinterId } from '../domain/printer.ts';
import { type Instant, MINUTE } from '../domain/time.ts';

interface Reported {
  readonly kind: PrintAlertKind;
  /** Its notification, if that is about this printer only. */
  readonly alert: PrintAlert | null;
  /** When its print was first seen; null without one. */
  readonly seenAt: Instant | null;
  readonly isOver: boolean;
  /** The user has paused the print in this app, which is no news. */
  readonly isOwnPause: boolean;
}

/**
 * The problem of each printer's print that was reported last. Each kind is reported once per print: if a problem begins
 * again, its notification comes back.
 */
export class ReportedTroubles {
  readonly #reported = new Map<PrinterId, Reported>();

  /** `alert` is shown; `printOf` returns the status of a printer's prints. */
  note(alert: PrintAlert, printOf: (printer: PrinterId) => PrintStatus | null): void {
    const { kind, printEvents } = alert;
    for (const { printer } of printEvents) {
      const seenAt = printOf(printer)?.print?.seenAt ?? null;
      const alone = printEvents.length === 1 ? alert : null;
      const fresh = { isOver: false, isOwnPause: false };
      if (isPrintTrouble[kind]) this.#reported.set(printer, { kind, alert: alone, seenAt, ...fresh });
      else this.#reported.delete(printer);
    }
  }

  /** Returns whether the problem reported for a printer is over, now that this is the status of its prints. */
  isOver(printer: PrinterId, status: PrintStatus | null): boolean {
    const reported = this.#reported.get(printer);
    if (reported === undefined || status === null) return false;
    const isOver = reported.isOver || troubleNow(reported.kind, reported.seenAt, status) === 'over';
    this.#reported.set(printer, { ...reported, isOver });
    return isOver;
  }

  /** Returns the notifications that come back because their problems were over and have begun again. */
  begunAgain(printOf: (printer: PrinterId) => PrintStatus | null): readonly PrintAlert[] {
    const back: PrintAlert[] = [];
    for (const [printer, { kind, alert, seenAt, isOver, isOwnPause }] of this.#reported) {
      const mayComeBack = isOver && !(isOwnPause && kind !== 'printer-not-answering');
      const status = mayComeBack ? printOf(printer) : null;
      const [event] = alert?.printEvents ?? [];
      if (status === null || alert === null || event === undefined) continue;
      if (troubleNow(kind, seenAt, status) !== 'lasts') continue;
      const pausedAt = status.print?.gadget.pausedAt ?? 0;
      // The printer says how long ago that was, so the time varies with each response.
      if (kind === 'gadget-paused' && pausedAt - event.since < MINUTE) continue;
      const since = kind === 'gadget-paused' ? pausedAt : status.since;
      back.push({ ...alert, printEvents: [{ ...event, since, words: status.print?.words ?? null }] });
    }
    return back;
  }

  /** The user has changed a printer's print in this app, or `not-done` if that failed. */
  actedOn(printer: PrinterId, action: PrintAction | 'not-done'): void {
    const reported = this.#reported.get(printer);
    if (reported !== undefined) this.#reported.set(printer, { ...reported, isOwnPause: action === 'pause' });
  }

  forget(printer: PrinterId): void {
    this.#reported.delete(printer);
  }
}
