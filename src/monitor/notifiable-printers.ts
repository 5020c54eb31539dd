import type { PrinterAlerts } from '../domain/alerts/alert-state.ts';
import { mayNotify } from '../domain/alerts/may-notify.ts';
import type { PrinterId } from '../domain/printer.ts';

/** The printers that may have something to report, in the order in which printers became known. */
export class NotifiablePrinters {
  /** The place of every printer in that order. */
  #places = new Map<PrinterId, number>();
  #ids: PrinterId[] = [];

  ids(): readonly PrinterId[] {
    return this.#ids;
  }

  /** Returns how many printers are known. */
  known(): number {
    return this.#places.size;
  }

  /** Replaces all printers. */
  fill(printers: Readonly<Record<PrinterId, PrinterAlerts>>): void {
    this.#places = new Map(Object.keys(printers).map((id, place) => [id, place]));
    this.#ids = Object.entries(printers).flatMap(([id, printer]) => (mayNotify(printer) ? [id] : []));
  }

  /** A printer's state changed. Takes logarithmic time: an outage may change thousands one after the other. */
  changed(id: PrinterId, printer: PrinterAlerts): void {
    const place = this.#places.get(id) ?? this.#places.size;
    this.#places.set(id, place);
    const index = this.#indexOf(place);
    const isIn = this.#ids[index] === id;
    if (mayNotify(printer)) {
      if (!isIn) this.#ids.splice(index, 0, id);
    } else if (isIn) this.#ids.splice(index, 1);
  }

  /** Returns the index of the first one at this place or after it. */
  #indexOf(place: number): number {
    let [from, to] = [0, this.#ids.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.#places.get(this.#ids[middle] ?? '') ?? 0;
      if (there < place) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
