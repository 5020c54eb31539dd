import type { PrintGlance } from '../domain/print/shown-print.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { ShownStatus } from '../domain/shown-status.ts';
import type { Instant } from '../domain/time.ts';
import type { Glance } from '../i18n/glance-text.ts';

export interface StreamedPrinter {
  readonly id: PrinterId;
  readonly name: string;
  readonly status: ShownStatus;
  /** Whether the status is only the last known one. */
  readonly stale: boolean;
  readonly since: Instant;
  /** The current print; null if nothing is known of its prints. */
  readonly print: PrintGlance | null;
}

/** Writes one JSON line to stdout per change of the glance or of a printer, and per alert. Never contains secrets. */
export class StatusStream {
  readonly #write: (line: string) => boolean;
  #glance = '';
  readonly #printers = new Map<PrinterId, string>();
  readonly #prints = new Map<PrinterId, string>();

  /**
   * `write` returns whether the line was accepted. A rejected state is written with the next change if it still
   * applies.
   */
  constructor(write: (line: string) => boolean) {
    this.#write = write;
  }

  show(glance: Glance, printers: readonly StreamedPrinter[]): void {
    for (const printer of printers) this.#showPrinter(printer);
    for (const id of [...this.#printers.keys()]) {
      if (printers.some((printer) => printer.id === id)) continue;
      this.#printers.delete(id);
      this.#prints.delete(id);
    }
    const line = JSON.stringify(glanceLine(glance));
    if (line !== this.#glance && this.#write(`${line}\n`)) this.#glance = line;
  }

  alert(alert: { readonly kind: string; readonly notification: number }, names: readonly string[]): void {
    this.#write(
      `${JSON.stringify({ type: 'alert', kind: alert.kind, printers: names, notification: alert.notification })}\n`,
    );
  }

  #showPrinter(printer: StreamedPrinter): void {
    const line = JSON.stringify(printerLine(printer));
    if (line !== this.#printers.get(printer.id) && this.#write(`${line}\n`)) this.#printers.set(printer.id, line);
    const print = printLine(printer);
    if (print !== null) this.#showPrint(printer.id, JSON.stringify(print));
    else this.#prints.delete(printer.id);
  }

  #showPrint(id: PrinterId, line: string): void {
    if (line !== this.#prints.get(id) && this.#write(`${line}\n`)) this.#prints.set(id, line);
  }
}

/** The glance as a line of the status stream. */
export function glanceLine({ state, stale, tooltip }: Glance) {
  return { type: 'glance', state, stale, tooltip };
}

/** A printer as a line of the status stream. */
export function printerLine({ id, name, status, stale, since }: StreamedPrinter) {
  return { type: 'printer', id, name, status, stale, since: new Date(since).toISOString() };
}

/**
 * A printer's print as a line of the status stream, without the file's name. Null if nothing is known of its prints.
 */
export function printLine({ id, name, print }: StreamedPrinter) {
  if (print === null) return null;
  const { kind: state, progress, finishAt } = print;
  return {
    type: 'print',
    id,
    name,
    state,
    progress,
    finishAt: finishAt === null ? null : new Date(finishAt).toISOString(),
  };
}
