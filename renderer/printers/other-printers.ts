import type { PrinterId } from '../../src/domain/printer.ts';
import { printerIds, viewOf } from '../state/fleet.ts';

/** How the other printers are while one is disconnected: that tells where to look for the cause. */
export interface Others {
  readonly disconnected: number;
  readonly connected: number;
}

/** What is known of the printers besides that one. */
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
