import { setImmediate } from 'node:timers/promises';
import { type PeriodView, type PrinterPast, pastOf, periodOf, rangeLengths, untilNow } from '../domain/history-view.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { History } from '../domain/spans.ts';
import type { Clock, Instant, Milliseconds } from '../domain/time.ts';
import type { Fleet } from '../monitor/fleet.ts';
import type { HistoryRecorder } from './history-recorder.ts';

export interface HistoryReaderParts {
  readonly history: HistoryRecorder;
  readonly fleet: Fleet;
  /** The last known state is taken to go on for this long, ms. */
  readonly patience: () => Milliseconds;
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

  /** A printer's past in full. */
  async past(printer: PrinterId): Promise<PrinterPast> {
    const { history, fleet, clock, patience, wallClock } = this.#parts;
    const known = await history.history(printer);
    const ahead = fleet.clockAhead();
    return pastOf(shifted(known, ahead), clock.now() + ahead, patience(), wallClock.hourOf);
  }

  /** All that is known of a printer, by this computer's clock; the last known state goes on until now when it is fresh. */
  async known(printer: PrinterId): Promise<History> {
    const { history, fleet, clock, patience } = this.#parts;
    const known = await history.history(printer);
    const ahead = fleet.clockAhead();
    return untilNow(shifted(known, ahead), clock.now() + ahead, patience());
  }

  /** The last 24 hours of every printer. One after the other, so that reading hundreds of files holds up no poll. */
  async days(): Promise<Readonly<Record<PrinterId, PeriodView>>> {
    const { history, fleet, clock, patience } = this.#parts;
    const at = clock.now();
    const ahead = fleet.clockAhead();
    const days: Record<PrinterId, PeriodView> = {};
    for (const { printer } of fleet.members()) {
      const past = shifted(await history.since(printer.id, at - rangeLengths.day), ahead);
      days[printer.id] = periodOf(past, at + ahead, rangeLengths.day, patience());
      await setImmediate();
    }
    return days;
  }
}

function shifted(history: History, by: Milliseconds): History {
  return by === 0 ? history : history.map(({ state, from, to }) => ({ state, from: from + by, to: to + by }));
}
