import type { PrinterId } from '../../src/domain/printer.ts';
import { printerIds, viewOf } from '../state/fleet.ts';

/** The other printers' states while one is disconnected, which hint at the cause. */
export interface Others {
  readonly disconnected: number;
  readonly connected: number;
}

/** Counts the states of all printers except `id`. */
export function othersOf(id: PrinterId): Others {
  let disconnected = 0;
  let connected = 0;
  for (const other of printerIds.value) {
    const status = other === id ? undefined : viewOf(other)?.value.status;
    if (status === 'offline') disconnected += 1;
    else if (status === 'online') connected += 1;
  }
  return { disconnected, connected };
}
