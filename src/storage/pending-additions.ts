import { createMemoryPrinters } from './memory-printers.ts';
import { openPrinterFile, type PrinterStore, type StoreOptions } from './printer-store.ts';

/** Printers whose secret is being written to the keychain, or is there already, and that may not be listed yet. */
export type PendingAdditionsStore = PrinterStore;

/** Opens `pending-additions.json`: printers as in `printers.json`, no secrets. Never throws. */
export function openPendingAdditions(options: StoreOptions): PendingAdditionsStore {
  return openPrinterFile(options, 'pending-additions', 'additions');
}

/** Keeps them until the app quits, like the secrets of the demo themselves. */
export function createMemoryAdditions(): PendingAdditionsStore {
  return createMemoryPrinters([]);
}
