import type { PrinterId } from '../../src/domain/printer.ts';
import { printerIds, viewOf } from '../state/fleet.ts';

/** The other printers' states while one is disconnected, which hint at the cause. */
export interface Others {
  readonly disconnected: number;
  readonly connected: number;
  /** Neither: not known, or with another problem. */
  readonly uncertain: number;
}

/** Counts the states of all printers except `id`. */
export function othersOf(id: PrinterId): Others {
  let disconnected = 0;
  let connected = 0;
  let uncertain = 0;
  for (const other of printerIds.value) {
    const status = other === id ? undefined : viewOf(other)?.value.status;
    if (status === undefined || status === 'off') continue;
    if (status === 'offline') disconnected += 1;
    else if (status === 'online') connected += 1;
    else uncertain += 1;
  }
  return { disconnected, connected, uncertain };
}
