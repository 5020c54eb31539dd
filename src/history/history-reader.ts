import { setImmediate } from 'node:timers/promises';
import {
  historyViewOf,
  type PeriodView,
  type PrinterHistory,
  periodOf,
  rangeLengths,
  untilNow,
} from '../domain/history-view.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { History } from '../domain/spans.ts';
import type { Clock, Instant, Milliseconds } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { HistoryRecorder } from './history-recorder.ts';

export interface HistoryReaderParts {
  readonly recorder: HistoryRecorder;
  readonly fleet: Fleet;
  /** How long the last known state is assumed to continue, ms. */
  readonly mergeGap: () => Milliseconds;
  /** Server time. Results are by this computer's clock. */
  readonly clock: Pick<Clock, 'now'>;
  /** `hourOf` returns the hour of the day (0–23) on the user's clock. */
  readonly wallClock: { hourOf(at: Instant): number };
}

/** The history for the window. It is read on request, so nothing is in memory while the window is closed. */
export class HistoryReader {
  readonly #parts: HistoryReaderParts;

  constructor(parts: HistoryReaderParts) {
    this.#parts = parts;
  }

  /** Returns everything the window shows of a printer's history. */
  async history(printer: PrinterId): Promise<PrinterHistory> {
    const { recorder, fleet, clock, mergeGap, wallClock } = this.#parts;
    const known = await recorder.history(printer);
    const ahead = fleet.clockAhead();
    return historyViewOf(shifted(known, ahead), clock.now() + ahead, mergeGap(), wallClock.hourOf);
  }

  /**
   * Returns a printer's whole history by this computer's clock; the last known state is extended to now if it is
   * recent.
   */
  async known(printer: PrinterId): Promise<History> {
    const { recorder, fleet, clock, mergeGap } = this.#parts;
    const known = await recorder.history(printer);
    const ahead = fleet.clockAhead();
    return untilNow(shifted(known, ahead), clock.now() + ahead, mergeGap());
  }

  /** Returns the last 24 hours of every printer. Reads one after another, so that hundreds of files delay no poll. */
  async days(): Promise<Readonly<Record<PrinterId, PeriodView>>> {
    const { recorder, fleet, clock, mergeGap } = this.#parts;
    const at = clock.now();
    const ahead = fleet.clockAhead();
    const days: Record<PrinterId, PeriodView> = {};
    for (const { printer } of fleet.members()) {
      const history = shifted(await recorder.since(printer.id, at - rangeLengths.day), ahead);
      days[printer.id] = periodOf(history, at + ahead, rangeLengths.day, mergeGap());
      await setImmediate();
    }
    return days;
  }
}

function shifted(history: History, by: Milliseconds): History {
  return by === 0 ? history : history.map(({ state, from, to }) => ({ state, from: from + by, to: to + by }));
}
