import type { PrintGlance } from '../domain/print/shown-print.ts';
import type { Instant } from '../domain/time.ts';
import type { Messages } from './messages.ts';

/** Returns "Printing 42%, done 15:40"; null if "Connected" should be shown instead. `clock` formats a time in short. */
export function printStateText(
  { kind, progress, finishAt, about }: PrintGlance,
  { printState }: Messages,
  clock: (at: Instant) => string,
): string | null {
  const state = printState.states[kind];
  if (state === null) return null;
  const print = progress === null ? state : printState.percent(state, progress);
  if (finishAt === null) return print;
  return about ? printState.doneAbout(print, clock(finishAt)) : printState.done(print, clock(finishAt));
}
