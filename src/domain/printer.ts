import type { Instant } from './time.ts';

/** Local id of a printer (UUID), which is also the account name of its keychain entry. */
export type PrinterId = string;

/** A printer in the list. Its secrets are only in the keychain. */
export interface Printer {
  readonly id: PrinterId;
  /** The name its owner gave it at OctoEverywhere, as last reported. */
  readonly name: string;
  /** It causes no notifications; tray and window show it as usual. */
  readonly muted: boolean;
  /** When it is unmuted automatically, server time, UTC; absent or null when only the user unmutes it. */
  readonly mutedUntil?: Instant | null;
  /** The user marked it as switched off: it is shown as off until it connects again, which clears this. */
  readonly offOnPurpose: boolean;
  /** It is often switched off: while disconnected it is shown as off, never as a problem. */
  readonly oftenOff: boolean;
  /** Its plugin is polled for prints, unless print watching is disabled for all printers. */
  readonly watchPrints: boolean;
  /** The user's tags, for finding and grouping printers; absent for none. */
  readonly tags?: readonly string[];
  readonly addedAt: Instant;
}

/** Returns a printer as it is when added to the list. */
export function newPrinter(id: PrinterId, name: string, addedAt: Instant): Printer {
  return { id, name, muted: false, offOnPurpose: false, oftenOff: false, watchPrints: true, addedAt };
}

/** Whether to watch a printer's prints. `printer` is undefined while it is not in the list yet. */
export function watchesPrints(
  settings: { readonly watchPrints: boolean },
  printer: Pick<Printer, 'watchPrints'> | undefined,
): boolean {
  return settings.watchPrints && printer?.watchPrints !== false;
}
