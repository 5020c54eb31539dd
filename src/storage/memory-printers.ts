import type { Printer } from '../domain/printer.ts';
import type { PrinterStore } from './printer-store.ts';

/** Keeps the list of printers in memory until the app quits: the demo starts afresh each time. */
export function createMemoryPrinters(initial: readonly Printer[]): PrinterStore {
  let printers = initial;
  return {
    printers: () => printers,
    save: async (changed) => {
      printers = changed;
      return { ok: true };
    },
    flush: async () => ({ ok: true }),
    notices: [],
  };
}
