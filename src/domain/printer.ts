import type { Instant } from './time.ts';

/** Local id of a printer (UUID); also the account name of its keychain entry. */
export type PrinterId = string;

/** A printer as it is kept in the list. Its secrets are in the keychain only. */
export interface Printer {
  readonly id: PrinterId;
  /** The name its owner gave it at OctoEverywhere, as last heard. */
  readonly name: string;
  /** This printer causes no notifications; tray and window show it like any other. */
  readonly muted: boolean;
  /** When it is no longer muted by itself, server time, UTC; absent or null: when the user says so. */
  readonly mutedUntil?: Instant | null;
  /** Its user switched it off: it is shown as off until it connects again, which ends this. */
  readonly offOnPurpose: boolean;
  /** It is often switched off: while it is disconnected it is shown as off, and never as trouble. */
  readonly oftenOff: boolean;
  /** Its plugin is asked about prints, as long as prints are watched at all. */
  readonly watchPrints: boolean;
  readonly addedAt: Instant;
}

/** A printer as it is when it comes into the list. */
export function newPrinter(id: PrinterId, name: string, addedAt: Instant): Printer {
  return { id, name, muted: false, offOnPurpose: false, oftenOff: false, watchPrints: true, addedAt };
}

/** Whether a printer's prints are to be watched; one that is not listed yet is about to be. */
export function watchesPrints(
  settings: { readonly watchPrints: boolean },
  printer: Pick<Printer, 'watchPrints'> | undefined,
): boolean {
  return settings.watchPrints && printer?.watchPrints !== false;
}
