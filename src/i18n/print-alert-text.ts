import type { PrintAlertEvent, PrintAlertKind } from '../domain/print/print-alert.ts';
import type { StatusKind } from '../domain/status.ts';
import { HOUR, type Instant, MINUTE, type Milliseconds } from '../domain/time.ts';
import { truncate } from '../domain/truncate.ts';
import type { AlertText } from './alert-text.ts';
import { joinNames } from './join-names.ts';
import type { Messages } from './messages.ts';

/** The status whose picture each kind shows; null for the app's icon. */
export const printAlertStates: Readonly<Record<PrintAlertKind, StatusKind | null>> = {
  'print-finished': 'online',
  'print-failed': 'reconnect-needed',
  'print-paused': 'offline',
  'gadget-warning': 'offline',
  'gadget-paused': 'reconnect-needed',
  'printer-not-answering': 'offline',
  'print-cancelled': null,
  'print-started': null,
  'first-layers-done': null,
};

/** How many names a notification lists before it counts the rest. */
const mostNames = 4;

/** Maximum lengths, in UTF-16 units. */
const longest = { file: 60, words: 120 } as const;

/** News about one print, with its printer's name. */
export interface NamedPrintAlertEvent extends Omit<PrintAlertEvent, 'printer' | 'seenAt'> {
  readonly name: string;
}

/** Returns the text of a print notification; `formatMoment` formats a time by the user's clock. */
export function printAlertText(
  kind: PrintAlertKind,
  events: readonly NamedPrintAlertEvent[],
  hideFileNames: boolean,
  formatMoment: (at: Instant) => string,
  messages: Messages,
): AlertText {
  const { print } = messages;
  const [only] = events;
  if (only === undefined) return { title: '', body: '' };
  if (events.length > 1) {
    const names = joinNames(
      events.map(({ name }) => name),
      mostNames,
      messages,
    );
    const title = only.noLogin ? print.severalNoLogin(events.length) : print.several[kind](events.length);
    return { title, body: `${names}.` };
  }
  const body = bodyOf(kind, only, hideFileNames, formatMoment(only.since), print);
  const isTrouble = kind === 'print-failed' || kind === 'print-paused';
  // The printer's message may contain the file name.
  const reported = isTrouble && !hideFileNames ? only.words : null;
  return {
    title: only.noLogin ? print.oneNoLogin(only.name) : print.one[kind](only.name),
    body: reported === null ? body : print.says(body, truncate(reported, longest.words)),
  };
}

function bodyOf(
  kind: PrintAlertKind,
  { fileName, duration, about, noLogin }: NamedPrintAlertEvent,
  hideFileNames: boolean,
  clock: string,
  print: Messages['print'],
): string {
  const file = fileName === null || hideFileNames ? print.thePrint : truncate(fileName, longest.file);
  switch (kind) {
    case 'print-finished':
      if (about) return print.endedAbout(file, clock);
      return duration === null ? print.done(file) : print.took(file, lengthText(duration, print));
    case 'print-failed':
    case 'print-cancelled':
      if (about) return print.endedAbout(file, clock);
      return duration === null ? print.stopped(file) : print.stoppedAfter(file, lengthText(duration, print));
    case 'print-paused':
      return print.waits(file, about ? null : clock);
    case 'gadget-warning':
      return print.mayBeFailing(file);
    case 'gadget-paused':
      return print.gadgetPaused(file);
    case 'printer-not-answering':
      return noLogin ? print.noLogin : print.notAnswering(about ? null : clock);
    case 'print-started':
      return print.startedAt(file, clock);
    case 'first-layers-done':
      return print.pastFirstLayers(file);
  }
}

/** Formats a duration to the minute: "2 h 10 min", "45 min", "less than 1 min". */
function lengthText(length: Milliseconds, print: Messages['print']): string {
  if (length < MINUTE) return print.lessThanMinute;
  const whole = Math.round(length / MINUTE);
  const hours = Math.floor((whole * MINUTE) / HOUR);
  const minutes = whole - (hours * HOUR) / MINUTE;
  if (hours === 0) return print.minutes(minutes);
  return minutes === 0 ? print.hours(hours) : `${print.hours(hours)} ${print.minutes(minutes)}`;
}
