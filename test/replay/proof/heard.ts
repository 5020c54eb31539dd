import { type HistorySegment, type ReplayLine, replay } from '../../../src/demo/replay.ts';
import type { AlertLine, SeenLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Alert } from '../../../src/domain/alerts/alert.ts';
import { Screen } from './screen.ts';
import type { ReportedState, Truth } from './truth.ts';

/** A request about a printer, and the meaning of its response; seconds from the start. */
export interface Answered {
  readonly requestedAt: number;
  readonly at: number;
  readonly reported: ReportedState;
}

export type StatusLine = Extract<SeenLine, { status: string }>;

/** All results of a scenario: what the user saw, what was recorded, and every response that the app got. */
export interface Heard {
  readonly alerts: readonly AlertLine[];
  /** Alerts that the app meant to show, but that did not appear on the screen. */
  readonly unseen: readonly Alert[];
  /** Alerts about problems that were over but stayed on the screen. */
  readonly stale: readonly Alert[];
  readonly statuses: ReadonlyMap<string, readonly StatusLine[]>;
  readonly glances: readonly Extract<SeenLine, { glance: string }>[];
  readonly history: Readonly<Record<string, readonly HistorySegment[]>>;
  readonly responses: ReadonlyMap<string, readonly Answered[]>;
  readonly mostInOneSecond: number;
}

/** Runs a trace. The meaning of each response follows from the trace; the app only determines when it was requested. */
export async function hear(trace: readonly TraceEvent[], truth: Truth): Promise<Heard> {
  const lines: ReplayLine[] = [];
  const responses = new Map<string, Answered[]>();
  const screens: Screen[] = [];
  await replay(trace, (line) => lines.push(line), {
    answered: ({ printer, requestedAt, answeredAt, outcome }) => {
      const silent = outcome.kind === 'no-answer' || outcome.kind === 'token-lost';
      const list = responses.get(printer) ?? [];
      responses.set(printer, list);
      const requests = requestedAt / 1_000;
      const arrived = requests + truth.latency.at(requests) / 2_000;
      const reported = silent ? 'nothing' : reportedAt(truth, printer, arrived);
      list.push({ requestedAt: requests, at: answeredAt / 1_000, reported });
    },
    started: (run) => {
      const screen = new Screen(run);
      screens.push(screen);
      return screen;
    },
  });
  for (const screen of screens) screen.end();
  const statuses = new Map<string, StatusLine[]>();
  for (const line of lines) {
    if (!('status' in line)) continue;
    const list = statuses.get(line.printer) ?? [];
    statuses.set(line.printer, list);
    list.push(line);
  }
  return {
    alerts: lines.flatMap((line) => ('alert' in line ? [line] : [])),
    unseen: screens.flatMap(({ unseen }) => unseen),
    stale: screens.flatMap(({ stale }) => stale),
    statuses,
    glances: lines.flatMap((line) => ('glance' in line ? [line] : [])),
    history: lines.flatMap((line) => ('history' in line ? [line.history] : []))[0] ?? {},
    responses,
    mostInOneSecond: lines.flatMap((line) => ('requests' in line ? [line.mostInOneSecond] : []))[0] ?? 0,
  };
}

/** Returns the meaning of the response to a request that arrives at `at`. */
export function reportedAt(truth: Truth, printer: string, at: number): ReportedState {
  const service = truth.service.at(at);
  if (!truth.network.at(at)) return 'nothing';
  if (service === 601) return 'gone';
  if (service === 605) return 'perks';
  if (service === 610) return 'update';
  if (service === 603 || service === 604 || service === 606) return 'refused';
  if (service !== 'ok') return 'nothing';
  return truth.printers.get(printer)?.says.at(at) ?? 'refused';
}
