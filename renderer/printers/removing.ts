import { signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';

/** The printer that the user is asked about; null while nobody is. */
export const removing = signal<PrinterId | null>(null);

/** Asks whether a printer is to be removed. */
export function askToRemove(id: PrinterId): void {
  removing.value = id;
}
