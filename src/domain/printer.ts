import type { Instant } from './time.ts';

/** Local id of a printer (UUID); also the account name of its keychain entry. */
export type PrinterId = string;

/** A printer as it is kept in the list. Its secrets are in the keychain only. */
export interface Printer {
  readonly id: PrinterId;
  /** The name its owner gave it at OctoEverywhere, as last heard. */
  readonly name: string;
  /** Nothing is told of this printer; tray and window show it like any other. */
  readonly muted: boolean;
  readonly addedAt: Instant;
}
