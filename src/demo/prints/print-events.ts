/** Quirks in how the plugins of some brands report prints. */
export const printHabits = [
  /** As documented. */
  'plain',
  /** No layers and no remaining time: some Prusas. */
  'no-layers',
  /** While heating, it still reports the 100 % of its last print. */
  'stale-start',
  /** The progress jumps to 100 and back, or to 0. */
  'jumps',
  /** In its first minutes a print has the id of the previous one. */
  'late-id',
  /** The id changes during a print. */
  'changing-id',
  /** No id at all: only the start distinguishes prints. */
  'no-id',
  /** After a print the printer is idle at once, but still reports its figures. */
  'straight-to-idle',
  /** Numbers are strings, and missing values are NaN. */
  'strings',
] as const;

export type PrintHabit = (typeof printHabits)[number];

/** A new print; `seconds` is how long it takes. */
export interface PrintBegin {
  readonly id: string;
  readonly file: string;
  readonly seconds: number;
}

/** An event of a printer's print. Times are seconds from the start. */
export type PrintEvent = { readonly at: number; readonly printer: string } & PrintChange;

export type PrintChange =
  /** It begins, is paused, resumed or cancelled, fails, or the plate is cleared, after which the printer is idle. */
  | { readonly print: PrintBegin | 'pause' | 'resume' | 'cancel' | 'fail' | 'none' }
  /** Gadget warns about it, or pauses it. */
  | { readonly gadget: 'warn' | 'pause' }
  /** The plugin cannot reach the printer (785), has the wrong access code (789), or can reach it again. */
  | { readonly host: 785 | 789 | 'ok' }
  | { readonly habit: PrintHabit };

export function isPrintEvent(event: object): event is PrintEvent {
  return 'print' in event || 'gadget' in event || 'host' in event || 'habit' in event;
}
