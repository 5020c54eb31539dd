import type { Problem, RefusalStatus } from './outcome.ts';
import type { Instant } from './time.ts';

/** The state of one printer as people are told it (words, colour and shape: see glance.ts and the icon sources). */
export type StatusKind =
  | 'online'
  | 'offline'
  | 'reconnect-needed'
  | 'perks-needed'
  | 'update-needed'
  | 'unknown'
  | 'checking';

export interface PrinterStatus {
  readonly kind: StatusKind;
  /** When this kind began, as truly as known: OctoEverywhere's own time where it is plausible. */
  readonly since: Instant;
  /** When the last usable answer came; null when there was none yet. */
  readonly answeredAt: Instant | null;
  /** What went wrong since the last usable answer; while it is set, `kind` is only the last known state (stale). */
  readonly problem: Problem | null;
  /** The first of the refusals that still wait for confirmation, or that made the status `reconnect-needed`. */
  readonly refusal: { readonly status: RefusalStatus | 'token-lost'; readonly firstAt: Instant } | null;
}
