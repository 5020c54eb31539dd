import { setImmediate } from 'node:timers/promises';
import { type PeriodView, type PrinterPast, pastOf, periodOf, rangeLengths } from '../domain/past.ts';
import type { PrinterId } from '../domain/printer.ts';
import type { Instant, Milliseconds } from '../domain/time.ts';
import type { History } from '../domain/uptime.ts';
import type { HistoryKeeper } from './history-keeper.ts';

export interface PastReaderParts {
  readonly history: HistoryKeeper;
  readonly printers: () => readonly PrinterId[];
  /** The last known state is taken to go on for this long, ms. */
  readonly patience: () => Milliseconds;
  /** Server time, UTC. */
  readonly now: () => Instant;
  /** How far this computer's clock is ahead of that, ms: what is shown is by its clock. */
  readonly clockAhead: () => Milliseconds;
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
    const { history, now, patience, clockAhead, hourOf } = this.#parts;
    const ahead = clockAhead();
    return pastOf(shifted(history.history(printer), ahead), now() + ahead, patience(), hourOf);
  }

  /** The last 24 hours of every printer. One after the other, so that reading hundreds of files holds up no poll. */
  async days(): Promise<Readonly<Record<PrinterId, PeriodView>>> {
    const { history, printers, now, patience, clockAhead } = this.#parts;
    const at = now();
    const ahead = clockAhead();
    const days: Record<PrinterId, PeriodView> = {};
    for (const printer of printers()) {
      const past = shifted(history.since(printer, at - rangeLengths.day), ahead);
      days[printer] = periodOf(past, at + ahead, rangeLengths.day, patience());
      await setImmediate();
    }
    return days;
  }
}

function shifted(history: History, by: Milliseconds): History {
  return by === 0 ? history : history.map(({ state, from, to }) => ({ state, from: from + by, to: to + by }));
}
