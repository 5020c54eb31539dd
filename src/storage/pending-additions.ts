import type { StoreOptions } from './document-store.ts';
import { openPrinterFile, type PrinterStore } from './printer-store.ts';

/** Printers whose secret is being or has been written to the keychain, but which may not be listed yet. */
export type PendingAdditionsStore = PrinterStore;

/** Opens `pending-additions.json`: printers as in `printers.json`, no secrets. Never throws. */
export function openPendingAdditions(options: StoreOptions): PendingAdditionsStore {
  return openPrinterFile(options, 'pending-additions', 'additions');
}
