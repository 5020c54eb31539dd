import type { PrinterId } from '../domain/printer.ts';
import type { Instant } from '../domain/time.ts';

/** A printer that may not be checked yet, and when it may be (server time, UTC). */
export interface HeldBack {
  readonly printer: PrinterId;
  readonly until: Instant;
}
