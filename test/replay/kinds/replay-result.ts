import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTrace } from '../../../src/demo/read-trace.ts';
import { type HistorySegment, type ReplayLine, replay } from '../../../src/demo/replay.ts';
import type { AlertLine, SeenLine } from '../../../src/demo/seen-by-user.ts';
import { inOrder, type TraceEvent } from '../../../src/demo/trace.ts';
import { createWorld, type World } from '../../../src/demo/world.ts';

/** A trace and all its results. Times are seconds from the start. */
export interface ReplayResult {
  readonly trace: readonly TraceEvent[];
  readonly world: World;
  readonly alerts: readonly AlertLine[];
  readonly glances: readonly Extract<SeenLine, { glance: string }>[];
  readonly statuses: readonly Extract<SeenLine, { status: string }>[];
  readonly history: Readonly<Record<string, readonly HistorySegment[]>>;
  readonly requests: Extract<ReplayLine, { requests: number }>;
  /** All tooltips of the icon. */
  readonly tooltips: readonly string[];
}

export async function live(events: readonly TraceEvent[]): Promise<ReplayResult> {
  const trace = inOrder(events);
  const lines: ReplayLine[] = [];
  const tooltips: string[] = [];
  await replay(trace, (line) => lines.push(line), { glanced: ({ tooltip }) => tooltips.push(tooltip) });
  const recordedHistory = lines.flatMap((line) => ('history' in line ? [line.history] : []))[0];
  const requests = lines.flatMap((line) => ('requests' in line ? [line] : []))[0];
  if (recordedHistory === undefined || requests === undefined) throw new Error('The replay did not come to its end.');
  return {
    trace,
    world: createWorld(trace),
    alerts: lines.flatMap((line) => ('alert' in line ? [line] : [])),
    glances: lines.flatMap((line) => ('glance' in line ? [line] : [])),
    statuses: lines.flatMap((line) => ('status' in line ? [line] : [])),
    history: recordedHistory,
    requests,
    tooltips,
  };
}

/** Reads the trace of a case. */
export function readCase(name: string): readonly TraceEvent[] {
  return readTrace(readFileSync(join(import.meta.dirname, '../cases', `${name}.jsonl`), 'utf8'));
}

/** Returns the new notifications of these kinds, without updates. */
export function newOnes({ alerts }: Pick<ReplayResult, 'alerts'>, ...kinds: readonly string[]): readonly AlertLine[] {
  const seen = new Set<number>();
  return alerts.filter(({ alert, notification }) => {
    const isNew = !seen.has(notification);
    seen.add(notification);
    return isNew && (kinds.length === 0 || kinds.includes(alert));
  });
}

/** Returns all lines of these kinds, including updates. */
export function notified({ alerts }: Pick<ReplayResult, 'alerts'>, ...kinds: readonly string[]): readonly AlertLine[] {
  return alerts.filter(({ alert }) => kinds.includes(alert));
}

/** Returns the maximum number of new notifications within `span` seconds. */
export function mostWithin(alerts: readonly AlertLine[], span: number): number {
  return Math.max(
    0,
    ...alerts.map(({ at }) => alerts.filter((other) => other.at >= at && other.at < at + span).length),
  );
}

/** Returns the times of matching events in a trace, in order. */
export function moments(trace: readonly TraceEvent[], is: (event: TraceEvent) => boolean): readonly number[] {
  return trace.filter(is).map(({ at }) => at);
}

/** Returns what the icon showed at a time. */
export function glanceAt({ glances }: ReplayResult, at: number) {
  return glances.filter((line) => line.at <= at).at(-1);
}

/** Returns the shown status of a printer at a time. */
export function statusAt({ statuses }: ReplayResult, printer: string, at: number) {
  return statuses.filter((line) => line.printer === printer && line.at <= at).at(-1);
}

/**
 * Returns the seconds of a printer's recorded history, by correctness. A second next to a change counts as right, and
 * so does either state while a 601 contradicts the link.
 */
export function recorded({ history, world }: ReplayResult, printer: string) {
  const seconds = { right: 0, wrong: 0, unknown: 0, rightlyGone: 0 };
  for (const [state, from, to] of history[printer] ?? []) {
    for (let at = Math.max(0, from); at < to; at += 1) {
      const is601 = world.printer(printer, at)?.answer === 601 || world.service(at).state === 601;
      const link = (moment: number) => (world.printer(printer, moment)?.link === 'up' ? 'connected' : 'disconnected');
      if (state === 'unknown') seconds.unknown += 1;
      else if (is601 || state === link(at) || state === link(at - 1) || state === link(at + 1)) {
        seconds.right += 1;
        if (state === 'disconnected') seconds.rightlyGone += 1;
      } else seconds.wrong += 1;
    }
    // Nothing can be known about the time before a trace.
    if (state !== 'unknown' && from < 0) seconds.wrong += Math.min(to, 0) - from;
  }
  return seconds;
}
