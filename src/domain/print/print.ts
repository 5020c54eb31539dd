import type { Instant, Milliseconds } from '../time.ts';
import type { Finish } from './finish.ts';
import type { Temperatures } from './print-report.ts';

/** How a print ended; `unknown` when nobody saw it and nothing shows how. */
export type PrintResult = 'finished' | 'failed' | 'cancelled' | 'unknown';

/** One print of one printer, as far as it was seen. All moments are server time, UTC. Plain data. */
export interface Print {
  /** What the printer calls it; null when it gives no name. It may change while the print runs, or come late. */
  readonly id: string | null;
  readonly fileName: string | null;
  /** By the printer's own word or by how long it has been printing; not exact. */
  readonly startedAt: Instant;
  /** What the printer itself says of its start; null when it says nothing. */
  readonly namedStart: Instant | null;
  /** When it was first seen; a print has this to itself. */
  readonly seenAt: Instant;
  /** The last report of it while it ran. */
  readonly lastAt: Instant;
  /** How long the printer says it has been printing. */
  readonly duration: Milliseconds | null;
  /** 0–100; never runs back. Null before the printer named one that can be believed. */
  readonly progress: number | null;
  /** A leap of the progress that the next report has to bear out; null without one. */
  readonly leap: number | null;
  readonly layer: number | null;
  readonly totalLayers: number | null;
  /** The layer at which it was first seen; null before the printer named one. */
  readonly firstLayer: number | null;
  /** When Gadget warned of it last, and paused it; null when it did not, or its owner does not want to hear of that. */
  readonly gadget: { readonly warnedAt: Instant | null; readonly pausedAt: Instant | null };
  readonly temperatures: Temperatures | null;
  readonly finish: Finish | null;
  /** What the printer says of a trouble, or of what it waits for; null when it says nothing. */
  readonly words: string | null;
  /** Null while it runs. */
  readonly ended: PrintEnd | null;
}

export interface PrintEnd {
  readonly result: PrintResult;
  readonly at: Instant;
  /** False for an end that nobody saw: it was some time before. */
  readonly exact: boolean;
  /** When it was found to have ended. */
  readonly foundAt: Instant;
}
