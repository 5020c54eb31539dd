import type { Printer } from './printer.ts';
import type { PrinterStatus, StatusKind } from './status.ts';

/** The status shown to the user: a {@link StatusKind}, or `off` for a printer whose disconnection is not a problem. */
export type ShownStatus = StatusKind | 'off';

/** Statuses that claim something about a printer, which a response has to prove; they have a stale form. */
export const claims: ReadonlySet<ShownStatus> = new Set([
  'online',
  'offline',
  'reconnect-needed',
  'perks-needed',
  'update-needed',
]);

/**
 * Returns the status to show. A printer that is off on purpose shows only `online` or a dead connection, otherwise
 * `off`. One that is often switched off shows `off` while it is disconnected, even if OctoEverywhere then stops
 * responding; if it was not disconnected, silence is `unknown` as usual.
 */
export function shownStatus(
  { offOnPurpose, oftenOff }: Pick<Printer, 'offOnPurpose' | 'oftenOff'>,
  { kind, link }: Pick<PrinterStatus, 'kind' | 'link'>,
): ShownStatus {
  if (offOnPurpose) return kind === 'online' || kind === 'reconnect-needed' ? kind : 'off';
  const isDown = kind === 'offline' || (kind === 'unknown' && link?.state === 'down');
  return oftenOff && isDown ? 'off' : kind;
}
