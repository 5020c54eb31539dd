import { setImmediate } from 'node:timers/promises';
import { type PeriodView, type PrinterPast, pastOf, periodOf, rangeLengths } from '../domain/past.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { HistoryKeeper } from './history-keeper.ts';

export interface PastReaderParts {
  readonly history: HistoryKeeper;
  readonly printers: () => readonly PrinterId[];
  /** The last known state is taken to go on for this long, ms. */
  readonly patience: () => Milliseconds;
  readonly now: () => Instant;
  /** The hour of the day (0–23) on the user's clock. */
  readonly hourOf: (at: Instant) => number;
}

/** What the window is told of the past. Read when asked for: nothing of it is held while the window is closed. */
export class PastReader {
  readonly #parts: PastReaderParts;

  constructor(parts: PastReaderParts) {
    this.#parts = parts;
  }

  /** A printer's past in full. */
  past(printer: PrinterId): PrinterPast {
    const { history, now, patience, hourOf } = this.#parts;
    return pastOf(history.history(printer), now(), patience(), hourOf);
  }

  /** The last 24 hours of every printer. One after the other, so that reading hundreds of files holds up no poll. */
  async days(): Promise<Readonly<Record<PrinterId, PeriodView>>> {
    const { history, printers, now, patience } = this.#parts;
    const at = now();
    const days: Record<PrinterId, PeriodView> = {};
    for (const printer of printers()) {
      days[printer] = periodOf(history.since(printer, at - rangeLengths.day), at, rangeLengths.day, patience());
      await setImmediate();
    }
    return days;
  }
}
