import type { Instant, Milliseconds } from '../time.ts';
import type { Finish } from './finish.ts';
import type { Temperatures } from './print-report.ts';

/** How a print ended; `unknown` when the end was not seen and nothing shows how. */
export type PrintResult = 'finished' | 'failed' | 'cancelled' | 'unknown';

/** One print of one printer, as far as it was seen. All times are server time, UTC. Plain data. */
export interface Print {
  /** The printer's id for it; null without one. It may change during the print, or arrive late. */
  readonly id: string | null;
  readonly fileName: string | null;
  /** As reported by the printer, or derived from the duration; not exact. */
  readonly startedAt: Instant;
  /** The start as reported by the printer; null when not reported. */
  readonly namedStart: Instant | null;
  /** When it was first seen; unique for each print. */
  readonly seenAt: Instant;
  /** The last report while it was running. */
  readonly lastAt: Instant;
  /** The last report that it was not paused; null before the first. */
  readonly ranAt: Instant | null;
  /** The duration reported by the printer. */
  readonly duration: Milliseconds | null;
  /** 0–100; never decreases. Null before the first believable value. */
  readonly progress: number | null;
  /** A jump in progress that the next report has to confirm; null for none. */
  readonly leap: number | null;
  readonly layer: number | null;
  /** A layer below it that the next report has to confirm; null for none. */
  readonly lowerLayer: number | null;
  readonly totalLayers: number | null;
  /** The layer at which it was first seen; null before the first report of one. */
  readonly firstLayer: number | null;
  /** When Gadget last warned about it, and paused it; null when it did not, or the owner has switched off warnings. */
  readonly gadget: { readonly warnedAt: Instant | null; readonly pausedAt: Instant | null };
  readonly temperatures: Temperatures | null;
  readonly finish: Finish | null;
  /** The printer's message about a problem, or what it is waiting for; null without one. */
  readonly words: string | null;
  /** Null while it runs. */
  readonly ended: PrintEnd | null;
}

export interface PrintEnd {
  readonly result: PrintResult;
  readonly at: Instant;
  /** False for an end that was not seen: it was some time earlier. */
  readonly exact: boolean;
  /** When the end was detected. */
  readonly foundAt: Instant;
}
