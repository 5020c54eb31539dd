import { readTrace } from '../../../src/demo/read-trace.ts';
import { type Asked, type ReplayLine, replay } from '../../../src/demo/replay.ts';
import { isPrintAlertKind } from '../../../src/domain/print/print-alert.ts';
import type { Heard, PrintRun } from './live-prints.ts';
import type { Absence, PrintLife } from './print-life.ts';
import { PrintScreen, type SeenPrintNotification } from './print-screen.ts';

const running: ReadonlySet<string> = new Set(['warming-up', 'printing', 'paused', 'finishing']);

/** Seconds after the start of a print until the figures shown are no longer those of the previous one. */
const settled = 15 * 60;

/** The result of a life with the whole app: cut connections, sleep, lost networks, kills and restarts. */
export interface ReplayedLife extends PrintRun {
  /** When each printer's connection was polled, in ms from the start. */
  readonly polls: ReadonlyMap<string, readonly number[]>;
  /** The notifications about prints that were on the screen. */
  readonly seen: readonly SeenPrintNotification[];
}

/** Runs the whole app through a life, with its prints or with the connections alone. */
export async function liveReplayed(life: PrintLife, withPrints = true): Promise<ReplayedLife> {
  const lines: ReplayLine[] = [];
  const polls = new Map<string, number[]>(life.printers.map((printer) => [printer, []]));
  const events = [
    ...life.printers.map((printer) => ({ at: 0, printer, link: 'up' })),
    ...life.cuts.flatMap(({ printer, from, to }) => [
      { at: from, printer, link: 'down' },
      { at: to, printer, link: 'up' },
    ]),
    ...life.absences.flatMap(eventsOf),
    ...(withPrints ? life.events : []),
    { at: life.end, end: true },
  ];
  const trace = readTrace(events.map((event) => JSON.stringify(event)).join('\n'));
  const screens: PrintScreen[] = [];
  await replay(trace, (line) => lines.push(line), {
    answered: ({ printer, requestedAt }: Asked) => void polls.get(printer)?.push(requestedAt),
    started: (run) => {
      for (const screen of screens) screen.end();
      const screen = new PrintScreen(run);
      screens.push(screen);
      return screen;
    },
  });
  for (const screen of screens) screen.end();
  const heard: Heard[] = [];
  const wrong: string[] = [];
  /** The progress last shown for each print, by its id. */
  const shown = new Map<string, number>();
  for (const line of lines) {
    if ('alert' in line && isPrintAlertKind(line.alert)) {
      for (const printer of line.printers) {
        heard.push({ at: line.at, kind: line.alert, printer, about: true, since: line.since });
      }
    }
    if (!('progress' in line) || line.progress === null) continue;
    const { at, printer, print: kind, progress } = line;
    if (!running.has(kind)) wrong.push(`${printer} shows figures of no print at ${at}`);
    const print = life.prints.filter((one) => one.printer === printer && one.from + settled <= at).at(-1);
    if (print === undefined || at >= print.gone) continue;
    const before = shown.get(print.id) ?? 0;
    if (progress < before) wrong.push(`${print.id} ran back from ${before} to ${progress} at ${at}`);
    shown.set(print.id, progress);
  }
  const last = lines.at(-1);
  const requests = last !== undefined && 'printRequests' in last ? (last.printRequests ?? 0) : 0;
  return { heard, requests, wrong, polls, seen: screens.flatMap(({ seen }) => seen) };
}

function eventsOf({ from, to, why }: Absence): readonly object[] {
  switch (why) {
    case 'asleep':
      return [
        { at: from, computer: 'sleep' },
        { at: to, computer: 'wake' },
      ];
    case 'offline':
      return [
        { at: from, network: 'down' },
        { at: to, network: 'up' },
      ];
    case 'app-off':
      return [
        { at: from, app: from % 2 === 0 ? 'kill' : 'quit' },
        { at: to, app: 'start' },
      ];
  }
}
