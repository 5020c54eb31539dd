import type { PrintBegin, PrintChange, PrintHabit } from './print-events.ts';

/** A print as it really is. Times are seconds from the start. */
export interface SimulatedPrint extends PrintBegin {
  readonly startedAt: number;
  /** How long it stood still before the present pause. */
  readonly stoodStill: number;
  /** Since when it is paused; null while it runs. */
  readonly pausedAt: number | null;
  readonly ended: { readonly how: 'cancelled' | 'failed'; readonly at: number } | null;
  readonly warnedAt: number | null;
  readonly gadgetPausedAt: number | null;
}

/** What a printer has to do with prints, as its plugin would know it. */
export interface SimulatedPrints {
  /** The print that runs, or the last; null before the first, and what is left of it once the plate is cleared. */
  readonly print: SimulatedPrint | null;
  readonly isCleared: boolean;
  readonly lastId: string | null;
  readonly host: 785 | 789 | 'ok';
  readonly habit: PrintHabit;
}

export const noPrints: SimulatedPrints = { print: null, isCleared: true, lastId: null, host: 'ok', habit: 'plain' };

/** The part of a print in which the printer heats up, in seconds, before anything of it is done. */
export const warmUp = 60;

export type PrintPhase = 'idle' | 'warmingup' | 'printing' | 'paused' | 'complete' | 'cancelled' | 'error';

/** What a print is at a moment, as figures: `done` is a share from 0 to 1, `left` and `duration` are seconds. */
export interface PrintMoment {
  readonly phase: PrintPhase;
  readonly done: number;
  readonly duration: number;
  readonly left: number;
}

/** What the print of a printer is at `seconds` from the start; null when there has been none. */
export function printAt({ print, isCleared }: SimulatedPrints, seconds: number): PrintMoment | null {
  if (print === null) return null;
  const until = print.ended?.at ?? print.pausedAt ?? seconds;
  const worked = Math.min(print.seconds, Math.max(0, until - print.startedAt - print.stoodStill));
  const heated = Math.min(warmUp, print.seconds / 10);
  const done = Math.max(0, (worked - heated) / (print.seconds - heated));
  const figures = { done, duration: worked, left: print.seconds - worked };
  const phase = (): PrintPhase => {
    if (isCleared) return 'idle';
    if (print.ended !== null) return print.ended.how === 'failed' ? 'error' : 'cancelled';
    if (worked >= print.seconds) return 'complete';
    if (print.pausedAt !== null) return 'paused';
    return worked < heated ? 'warmingup' : 'printing';
  };
  return { phase: phase(), ...figures };
}

/** When a print is done if nothing happens to it any more, in seconds from the start; null for one that ended or stands still. */
export function doneAt(print: SimulatedPrint): number | null {
  if (print.ended !== null || print.pausedAt !== null) return null;
  return print.startedAt + print.stoodStill + print.seconds;
}

/** The prints of a printer after something happened to them; what makes no sense for its print happens to none. */
export function printsAfter(before: SimulatedPrints, at: number, change: PrintChange): SimulatedPrints {
  if ('host' in change) return { ...before, host: change.host };
  if ('habit' in change) return { ...before, habit: change.habit };
  const { print } = before;
  if ('print' in change && typeof change.print === 'object') {
    const begun: SimulatedPrint = {
      ...change.print,
      startedAt: at,
      stoodStill: 0,
      pausedAt: null,
      ended: null,
      warnedAt: null,
      gadgetPausedAt: null,
    };
    return { ...before, print: begun, isCleared: false, lastId: print?.id ?? null };
  }
  if ('print' in change && change.print === 'none') return { ...before, isCleared: true };
  const isRunning = print !== null && ['warmingup', 'printing', 'paused'].includes(printAt(before, at)?.phase ?? '');
  if (!isRunning) return before;
  return { ...before, print: changed(print, at, 'gadget' in change ? `gadget-${change.gadget}` : change.print) };
}

type Happening = 'pause' | 'resume' | 'cancel' | 'fail' | 'gadget-warn' | 'gadget-pause';

function changed(print: SimulatedPrint, at: number, what: unknown): SimulatedPrint {
  switch (what as Happening) {
    case 'pause':
      return print.pausedAt === null ? { ...print, pausedAt: at } : print;
    case 'resume':
      return print.pausedAt === null
        ? print
        : { ...print, pausedAt: null, stoodStill: print.stoodStill + at - print.pausedAt };
    case 'cancel':
      return { ...print, ended: { how: 'cancelled', at } };
    case 'fail':
      return { ...print, ended: { how: 'failed', at } };
    case 'gadget-warn':
      return { ...print, warnedAt: at };
    case 'gadget-pause':
      return { ...print, gadgetPausedAt: at, pausedAt: print.pausedAt ?? at };
  }
}
