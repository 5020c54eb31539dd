import type { PollOutcome } from '../domain/outcome.ts';
import { namelessPrinter } from '../domain/sanitize-name.ts';
import type { Secret } from '../domain/secret.ts';

/** A new App Connection, pasted by the user or returned by the browser. */
export interface NewConnection {
  readonly secret: Secret;
  /** The name that came with it, or null for a bare token. */
  readonly printerName: string | null;
}

/** Result of a reconnect whose new connection belongs to another printer; the user has to decide what to do. */
export interface OtherPrinter {
  readonly ok: false;
  readonly connectedName: string;
  readonly listedName: string;
}

/** Returns the printer's name at OctoEverywhere, or null. */
export function nameFrom(outcome: PollOutcome): string | null {
  return outcome.kind === 'answered' ? outcome.info.printerName : null;
}

/** Whether the names belong to different printers. One whose name is unknown may be any printer. */
export function isOther(connectedName: string, listedName: string): boolean {
  return listedName !== namelessPrinter && connectedName !== namelessPrinter && connectedName !== listedName;
}

/** Whether the secret came from the portal, which returns it only once; a bare token can be pasted again. */
export function isGivenOnce({ secret, printerName }: NewConnection): boolean {
  return printerName !== null || Object.keys(secret).length > 1;
}
