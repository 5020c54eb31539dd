import { Timeline } from '../timeline.ts';
import { isPrintEvent, type PrintChange } from './print-events.ts';
import { noPrints, printsAfter, type SimulatedPrints } from './simulated-print.ts';

/** What the plugins of all printers know about their prints. */
export interface PrintWorld {
  /** At `seconds` from the start. */
  prints(printer: string, seconds: number): SimulatedPrints;
  /** Whether there are any print events for a printer. */
  has(printer: string): boolean;
}

/** Builds the prints of a world from its events, in chronological order; ignores other events. */
export function createPrintWorld(events: readonly object[]): PrintWorld {
  const lives = new Map<string, Timeline<SimulatedPrints>>();
  for (const event of events) {
    if ('end' in event) break;
    if (!isPrintEvent(event)) continue;
    const life = lives.get(event.printer) ?? new Timeline<SimulatedPrints>(noPrints);
    lives.set(event.printer, life);
    life.change(event.at, printsAfter(life.last(), event.at, event));
  }
  return {
    prints: (printer, seconds) => lives.get(printer)?.at(seconds) ?? noPrints,
    has: (printer) => lives.has(printer),
  };
}

/** Prints controlled by a test or through the simulated plugin. */
export class CommandedPrints implements PrintWorld {
  readonly #prints = new Map<string, SimulatedPrints>();

  prints(printer: string): SimulatedPrints {
    return this.#prints.get(printer) ?? noPrints;
  }

  has(printer: string): boolean {
    return this.#prints.has(printer);
  }

  happen(printer: string, at: number, change: PrintChange): void {
    this.#prints.set(printer, printsAfter(this.prints(printer), at, change));
  }
}
