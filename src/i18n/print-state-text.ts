import type { LeadingPrint } from '../domain/print/print-progress.ts';
import type { PrintGlance } from '../domain/print/shown-print.ts';
import type { Instant } from '../domain/time.ts';
import { truncate } from '../domain/truncate.ts';
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
  return withEnd(print, { finishAt, about }, printState, clock);
}

/** Returns "Voron 42%, done 15:40 (3 printing)" in at most `longest` characters; a long name is truncated. */
export function printTooltip(
  name: string,
  lead: LeadingPrint,
  longest: number,
  messages: Messages,
  clock: (at: Instant) => string,
): string {
  const text = (shown: string) => tooltipWith(shown, lead, messages, clock);
  return text(truncate(name, longest - text('').length));
}

function tooltipWith(
  name: string,
  { glance, gadget, count }: LeadingPrint,
  messages: Messages,
  clock: (at: Instant) => string,
): string {
  const { printState, print, tray } = messages;
  const { progress, kind } = glance;
  let text: string;
  if (gadget !== null) {
    const concern = print.one[gadget === 'paused' ? 'gadget-paused' : 'gadget-warning'](name);
    text = withEnd(progress === null ? concern : printState.also(concern, progress), glance, printState, clock);
  } else if (kind === 'printing' && progress !== null) {
    text = withEnd(printState.named(name, progress), glance, printState, clock);
  } else {
    text = tray.printer(name, printStateText(glance, messages, clock) ?? '');
  }
  return count > 1 ? printState.ofSeveral(text, count) : text;
}

function withEnd(
  print: string,
  { finishAt, about }: Pick<PrintGlance, 'finishAt' | 'about'>,
  printState: Messages['printState'],
  clock: (at: Instant) => string,
): string {
  if (finishAt === null) return print;
  return about ? printState.doneAbout(print, clock(finishAt)) : printState.done(print, clock(finishAt));
}
