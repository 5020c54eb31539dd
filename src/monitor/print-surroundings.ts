import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { InfoLanes } from './print-lanes.ts';
import type { PrintSituation } from './print-schedule.ts';

/** The print-related facts about a printer, see {@link PrintSituation}. */
export type PrintMember = Pick<PrintSituation, 'connection' | 'isWatched' | 'infoRetryWait' | 'connectionPoll'>;

/** The input of a turn. Printers are read one by one, because only few of many have changed. */
export interface PrintSurroundings {
  /** Null for a printer that no longer exists. */
  readonly member: (id: PrinterId) => PrintMember | null;
  /** Printers added, removed or changed since the last turn. */
  readonly touched: ReadonlySet<PrinterId>;
  readonly all: () => Iterable<PrinterId>;
  readonly isWindowOpen: boolean;
  readonly info: InfoLanes;
  /** Converts server time to running time. */
  readonly elapsedAt: (at: Instant) => Milliseconds;
}
