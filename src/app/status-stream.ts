import type { PrinterId } from '../domain/printer.ts';
import type { ShownStatus } from '../domain/shown-status.ts';
import type { Instant } from '../domain/time.ts';
import type { Glance } from '../i18n/glance-text.ts';

export interface StreamedPrinter {
  readonly id: PrinterId;
  readonly name: string;
  readonly status: ShownStatus;
  /** The status is only the last known one. */
  readonly stale: boolean;
  readonly since: Instant;
}

/** One JSON line on stdout per change of the glance or of a printer, and per alert. Never a secret. */
export class StatusStream {
  readonly #write: (line: string) => boolean;
  #glance = '';
  readonly #printers = new Map<PrinterId, string>();

  /** `write` returns whether the line was taken. A state that was not is written with the next change, if it still holds. */
  constructor(write: (line: string) => boolean) {
    this.#write = write;
  }

  show(glance: Glance, printers: readonly StreamedPrinter[]): void {
    for (const printer of printers) this.#showPrinter(printer);
    for (const id of [...this.#printers.keys()]) {
      if (!printers.some((printer) => printer.id === id)) this.#printers.delete(id);
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
  }
}

/** How the glance is told to other programs. */
export function glanceLine({ state, stale, tooltip }: Glance) {
  return { type: 'glance', state, stale, tooltip };
}

/** How a printer is told to other programs. */
export function printerLine({ id, name, status, stale, since }: StreamedPrinter) {
  return { type: 'printer', id, name, status, stale, since: new Date(since).toISOString() };
}
