import type { PrinterId } from '../domain/printer.ts';
import type { StatusKind } from '../domain/status.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { Log } from './log.ts';

/** Logs each change of a printer's status and of the network. */
export function logChanges(fleet: Fleet, log: Pick<Log, 'info'>): void {
  const known = new Map<PrinterId, StatusKind>();
  let network = fleet.network();
  fleet.subscribe((changed) => {
    for (const id of changed) {
      const member = fleet.get(id);
      if (member === undefined) continue;
      const { printer, status } = member;
      const before = known.get(printer.id);
      known.set(printer.id, status.kind);
      if (before === status.kind) continue;
      const number = status.refusal === null ? '' : ` (${status.refusal.status})`;
      log.info(`${printer.name}: ${before === undefined ? '' : `${before}, now `}${status.kind}${number}`);
    }
    if (fleet.network() !== network) log.info(`This computer's network is ${fleet.network()}`);
    network = fleet.network();
  });
}
