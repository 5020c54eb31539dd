/** How a brand's plugin reports prints, beside what is documented. */
export const printHabits = [
  /** All that is documented, as it is. */
  'plain',
  /** No layers and no time left: some Prusas. */
  'no-layers',
  /** While it heats it still has the 100 % of its last print. */
  'stale-start',
  /** The progress leaps to 100 and back, or to 0. */
  'jumps',
  /** For its first minutes a print goes by the id of the last one. */
  'late-id',
  /** The id changes in the midst of a print. */
  'changing-id',
  /** No id at all: the start tells prints apart. */
  'no-id',
  /** When a print is done the printer is idle at once, with its figures left. */
  'straight-to-idle',
  /** Numbers as strings, and NaN where a value is missing. */
  'strings',
] as const;

export type PrintHabit = (typeof printHabits)[number];

/** A print that begins: `seconds` is how long it takes. */
export interface PrintBegin {
  readonly id: string;
  readonly file: string;
  readonly seconds: number;
}

/** What happens to the print of a printer. Times are seconds from the start. */
export type PrintEvent = { readonly at: number; readonly printer: string } & PrintChange;

export type PrintChange =
  /** It begins, is paused, goes on, is cancelled, fails, or its plate is cleared: the printer is idle. */
  | { readonly print: PrintBegin | 'pause' | 'resume' | 'cancel' | 'fail' | 'none' }
  /** Gadget warns of it, or pauses it. */
  | { readonly gadget: 'warn' | 'pause' }
  /** The printer itself is not there for its plugin (785), has another access code (789), or is there again. */
  | { readonly host: 785 | 789 | 'ok' }
  | { readonly habit: PrintHabit };

export function isPrintEvent(event: object): event is PrintEvent {
  return 'print' in event || 'gadget' in event || 'host' in event || 'habit' in event;
}
