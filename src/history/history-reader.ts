import { setImmediate } from 'node:timers/promises';
import {
  type PeriodView,
  type PrinterHistory,
  pastOf,
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
  /** The last known state is taken to go on for this long, ms. */
  readonly mergeGap: () => Milliseconds;
  /** Server time. What is shown is by this computer's clock. */
  readonly clock: Pick<Clock, 'now'>;
  /** `hourOf` returns the hour of the day (0–23) on the user's clock. */
  readonly wallClock: { hourOf(at: Instant): number };
}

/** What the window shows of the history. It is read on request: nothing is kept in memory while the window is closed. */
export class HistoryReader {
  readonly #parts: HistoryReaderParts;

  constructor(parts: HistoryReaderParts) {
    this.#parts = parts;
  }

  /** A printer's history in full. */
  async history(printer: PrinterId): Promise<PrinterHistory> {
    const { recorder, fleet, clock, mergeGap, wallClock } = this.#parts;
    const known = await recorder.history(printer);
    const ahead = fleet.clockAhead();
    return pastOf(shifted(known, ahead), clock.now() + ahead, mergeGap(), wallClock.hourOf);
  }

  /** All that is known of a printer, by this computer's clock; the last known state goes on until now when it is fresh. */
  async known(printer: PrinterId): Promise<History> {
    const { recorder, fleet, clock, mergeGap } = this.#parts;
    const known = await recorder.history(printer);
    const ahead = fleet.clockAhead();
    return untilNow(shifted(known, ahead), clock.now() + ahead, mergeGap());
  }

  /** The last 24 hours of every printer. One after the other, so that reading hundreds of files holds up no poll. */
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
