import type { Printer } from './printer.ts';
import type { PrinterStatus, StatusKind } from './status.ts';

/** What people see of a printer: the engine's states, and `off` for one whose disconnection is no trouble. */
export type ShownStatus = StatusKind | 'off';

/** States that claim something about a printer, which an answer has to prove; they have a stale form. */
export const claims: ReadonlySet<ShownStatus> = new Set([
  'online',
  'offline',
  'reconnect-needed',
  'perks-needed',
  'update-needed',
]);

/**
 * What is shown of a printer in that status. One that is off on purpose shows nothing but that it is connected or that its
 * connection is dead. One that is often switched off is `off` while it is disconnected, and stays so when OctoEverywhere
 * then falls silent about it; after anything else silence is `unknown` as usual.
 */
export function shownStatus(
  { offOnPurpose, oftenOff }: Pick<Printer, 'offOnPurpose' | 'oftenOff'>,
  { kind, link }: Pick<PrinterStatus, 'kind' | 'link'>,
): ShownStatus {
  if (offOnPurpose) return kind === 'online' || kind === 'reconnect-needed' ? kind : 'off';
  const isDown = kind === 'offline' || (kind === 'unknown' && link?.state === 'down');
  return oftenOff && isDown ? 'off' : kind;
}

/** Whether the status is only the last known one, which no answer proves any more. */
export function isStale(status: Pick<PrinterStatus, 'stale'>): boolean {
  return status.stale;
}
