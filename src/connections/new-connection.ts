import type { PollOutcome } from '../domain/outcome.ts';
import { namelessPrinter } from '../domain/sanitize-name.ts';
import type { Secret } from '../domain/secret.ts';

/** A new App Connection: what the user pasted, or what the browser brought back. */
export interface NewConnection {
  readonly secret: Secret;
  /** The name that came with it, or null for a bare token. */
  readonly printerName: string | null;
}

/** Why a printer was not connected again: the new connection belongs to another one, and its user has to say what now. */
export interface OtherPrinter {
  readonly ok: false;
  readonly connectedName: string;
  readonly listedName: string;
}

/** The name that OctoEverywhere has for the printer, or null. */
export function nameFrom(outcome: PollOutcome): string | null {
  return outcome.kind === 'answered' ? outcome.info.printerName : null;
}

/** A printer that never reported its name may be any. */
export function isOther(connectedName: string, listedName: string): boolean {
  return listedName !== namelessPrinter && connectedName !== namelessPrinter && connectedName !== listedName;
}

/** A bare token can be pasted again; what the portal returned cannot be had a second time. */
export function isGivenOnce({ secret, printerName }: NewConnection): boolean {
  return printerName !== null || Object.keys(secret).length > 1;
}
