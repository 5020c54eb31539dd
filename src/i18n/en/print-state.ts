import type { PrintStateKind } from '../../domain/print/print-status.ts';

/** What a printer is doing, shown instead of “Connected”; null if it is not worth that. */
const states = {
  unknown: null,
  idle: null,
  'warming-up': 'Warming up',
  printing: 'Printing',
  paused: 'Print paused',
  finishing: 'Finishing',
  finished: null,
  failed: 'Print failed',
  cancelled: null,
  'not-answering': 'Printer not responding',
  'no-login': 'Printer refuses its access code',
  'not-available': null,
} satisfies Readonly<Record<PrintStateKind, string | null>>;

/** A running print, short enough for a row, a menu entry or a tooltip. */
export const printState = {
  states: states as Readonly<Record<PrintStateKind, string | null>>,
  percent: (state: string, percent: number) => `${state} ${percent}%`,
  /** In a tooltip, where there is little room: "Voron 42%". */
  named: (name: string, percent: number) => `${name} ${percent}%`,
  also: (text: string, percent: number) => `${text}, ${percent}%`,
  /** `count` prints are running, and this one ends first. */
  ofSeveral: (print: string, count: number) => `${print} (${count} printing)`,
  done: (print: string, moment: string) => `${print}, done ${moment}`,
  doneAbout: (print: string, moment: string) => `${print}, done around ${moment}`,
};
