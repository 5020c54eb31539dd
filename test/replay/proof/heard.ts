import { type PastStretch, type ReplayLine, replay } from '../../../src/demo/replay.ts';
import type { AlertLine, SeenLine } from '../../../src/demo/seen-by-user.ts';
import type { TraceEvent } from '../../../src/demo/trace.ts';
import type { Said, Truth } from './truth.ts';

/** A question about a printer, and what its answer said; seconds from the start. */
export interface Answered {
  readonly askedAt: number;
  readonly at: number;
  readonly said: Said;
}

export type StatusLine = Extract<SeenLine, { status: string }>;

/** All that came of a life: what the user saw, what is recorded, and every answer that the app got. */
export interface Heard {
  readonly alerts: readonly AlertLine[];
  readonly statuses: ReadonlyMap<string, readonly StatusLine[]>;
  readonly glances: readonly Extract<SeenLine, { glance: string }>[];
  readonly history: Readonly<Record<string, readonly PastStretch[]>>;
  readonly answers: ReadonlyMap<string, readonly Answered[]>;
  readonly mostInOneSecond: number;
}

/** Lives through a trace. What an answer said follows from the trace; the app says only when it asked. */
export async function hear(trace: readonly TraceEvent[], truth: Truth): Promise<Heard> {
  const lines: ReplayLine[] = [];
  const answers = new Map<string, Answered[]>();
  await replay(trace, (line) => lines.push(line), {
    answered: ({ printer, askedAt, answeredAt, outcome }) => {
      const silent = outcome.kind === 'no-answer' || outcome.kind === 'token-lost';
      const list = answers.get(printer) ?? [];
      answers.set(printer, list);
      const asked = askedAt / 1_000;
      const arrived = asked + truth.latency.at(asked) / 2_000;
      const said = silent ? 'nothing' : reportedAt(truth, printer, arrived);
      list.push({ askedAt: asked, at: answeredAt / 1_000, said });
    },
  });
  const statuses = new Map<string, StatusLine[]>();
  for (const line of lines) {
    if (!('status' in line)) continue;
    const list = statuses.get(line.printer) ?? [];
    statuses.set(line.printer, list);
    list.push(line);
  }
  return {
    alerts: lines.flatMap((line) => ('alert' in line ? [line] : [])),
    statuses,
    glances: lines.flatMap((line) => ('glance' in line ? [line] : [])),
    history: lines.flatMap((line) => ('history' in line ? [line.history] : []))[0] ?? {},
    answers,
    mostInOneSecond: lines.flatMap((line) => ('requests' in line ? [line.mostInOneSecond] : []))[0] ?? 0,
  };
}

/** What a question that arrives at that moment is answered. */
export function reportedAt(truth: Truth, printer: string, at: number): Said {
  const service = truth.service.at(at);
  if (!truth.network.at(at)) return 'nothing';
  if (service === 601) return 'gone';
  if (service === 605) return 'perks';
  if (service === 610) return 'update';
  if (service === 603 || service === 604 || service === 606) return 'refused';
  if (service !== 'ok') return 'nothing';
  return truth.printers.get(printer)?.says.at(at) ?? 'refused';
}
