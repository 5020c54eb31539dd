import type { PrintBegin, PrintChange, PrintHabit } from './print-events.ts';

/** The true state of a print. Times are seconds from the start. */
export interface SimulatedPrint extends PrintBegin {
  readonly startedAt: number;
  /** How long it was paused before the current pause. */
  readonly stoodStill: number;
  /** Since when it has been paused; null while it runs. */
  readonly pausedAt: number | null;
  readonly ended: { readonly how: 'cancelled' | 'failed'; readonly at: number } | null;
  readonly warnedAt: number | null;
  readonly gadgetPausedAt: number | null;
}

/** A printer's print state as known to its plugin. */
export interface SimulatedPrints {
  /** The running or the last print, even after the plate was cleared; null before the first. */
  readonly print: SimulatedPrint | null;
  readonly isCleared: boolean;
  readonly lastId: string | null;
  readonly host: 785 | 789 | 'ok';
  readonly habit: PrintHabit;
}

export const noPrints: SimulatedPrints = { print: null, isCleared: true, lastId: null, host: 'ok', habit: 'plain' };

/** How long a print heats up before it progresses, in seconds. */
export const warmUp = 60;

export type PrintPhase = 'idle' | 'warmingup' | 'printing' | 'paused' | 'complete' | 'cancelled' | 'error';

/** The figures of a print at a time: `done` is a fraction 0–1, `left` and `duration` are seconds. */
export interface PrintMoment {
  readonly phase: PrintPhase;
  readonly done: number;
  readonly duration: number;
  readonly left: number;
}

/** Returns the state of a printer's print at `seconds` from the start; null when there has been none. */
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

/** Returns a printer's prints after an event; events that do not apply are ignored. */
export function printsAfter(before: SimulatedPrints, at: number, change: PrintChange): SimulatedPrints {
  if ('host' in change) return { ...before, host: change.host };
  if ('habit' in change) return { ...before, habit: change.habit };
  const { print } = before;
  const what = 'gadget' in change ? (`gadget-${change.gadget}` as const) : change.print;
  if (typeof what === 'object')
    return { ...before, print: begun(what, at), isCleared: false, lastId: print?.id ?? null };
  if (what === 'none') return { ...before, isCleared: true };
  const isRunning = print !== null && ['warmingup', 'printing', 'paused'].includes(printAt(before, at)?.phase ?? '');
  if (!isRunning) return before;
  return { ...before, print: changed(print, at, what) };
}

function begun(print: PrintBegin, startedAt: number): SimulatedPrint {
  const running = { stoodStill: 0, pausedAt: null, ended: null, warnedAt: null, gadgetPausedAt: null };
  return { ...print, ...running, startedAt };
}

type Happening = 'pause' | 'resume' | 'cancel' | 'fail' | 'gadget-warn' | 'gadget-pause';

function changed(print: SimulatedPrint, at: number, what: Happening): SimulatedPrint {
  switch (what) {
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
