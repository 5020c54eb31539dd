import { signal } from '@preact/signals';
import type { PrinterId } from '../../src/domain/printer.ts';

/** The printer that is to be removed once the user confirms; null if there is none. */
export const removing = signal<PrinterId | null>(null);

/** Asks the user whether to remove a printer. */
export function askToRemove(id: PrinterId): void {
  removing.value = id;
}
