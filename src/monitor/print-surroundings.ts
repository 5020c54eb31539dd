import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { InfoLanes } from './print-lanes.ts';
import type { PrintSituation } from './print-schedule.ts';

/** A printer as far as its print is concerned, see {@link PrintSituation}. */
export type PrintMember = Pick<PrintSituation, 'connection' | 'isWatched' | 'infoNotBefore'>;

/** What is to be known at a turn. Printers are looked at one by one: of many hardly any is another than before. */
export interface PrintSurroundings {
  /** Null for a printer that is gone. */
  readonly member: (id: PrinterId) => PrintMember | null;
  /** Those added, removed, or different since the last turn. */
  readonly touched: ReadonlySet<PrinterId>;
  readonly all: () => Iterable<PrinterId>;
  readonly isWindowOpen: boolean;
  readonly info: InfoLanes;
  /** Turns server time into running time. */
  readonly elapsedAt: (at: Instant) => Milliseconds;
}
