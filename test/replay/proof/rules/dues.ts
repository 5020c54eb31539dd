import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, group, isHeardOut, longestPauseAfter, look, watchedSince } from '../context.ts';
import type { PrinterTruth, ReportedState } from '../truth.ts';

/** Something about a printer that has to be reported: what, from when to when, and by when it has to be reported. */
export interface Due {
  readonly kind: AlertLine['alert'];
  /** Any of these will do: it may be part of a summary. */
  readonly as: readonly AlertLine['alert'][];
  readonly topic: string;
  readonly from: number;
  readonly to: number;
  /** The time from which delays count. */
  readonly earliest: number;
  readonly by: number;
}

/** A due notification, and since when the app is assumed to have watched: a problem after that delays it. */
export interface Watched {
  readonly due: Due;
  readonly watched: number;
}

/** Yields everything about a printer that has to be reported, according to the trace and earlier notifications. */
export function* dues(printer: PrinterTruth, lines: readonly AlertLine[], context: Context): Generator<Watched> {
  const { truth } = context;
  for (const { from, to, value } of printer.says.runs(truth.end)) {
    if (to - from < 30 || value === 'nothing' || from < printer.appears || !printer.listed.at(from)) continue;
    const added = printer.listed.since(from);
    const since = added <= 0 ? lines : lines.filter(({ at }) => at >= added);
    // From its beginning, or from the end of the last problem in it.
    for (const moment of [from, to - 0.001]) {
      const watched = watchedSince(truth, printer, moment);
      if (watched > to) continue;
      for (const due of duesOf(printer, since, { from, to, value }, watched, context)) yield { due, watched };
    }
  }
}

function* duesOf(
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  { from, to, value }: Run & { readonly value: ReportedState },
  watched: number,
  context: Context,
): Generator<Due> {
  const { truth } = context;
  const seen = Math.max(from, watched) + look(truth, from);
  const slack = 15 + group(truth, from);
  const run = { from, to };
  if (value === 'gone') yield* outages(printer, lines, run, seen, slack, context);
  if (value === 'connected') yield* recoveries(printer, lines, run, seen, slack, context);
  if (value === 'refused') {
    const due = refusal(printer, run, seen, slack, context);
    // A dead connection is checked once an hour, so a recovery in between may go unseen.
    if (!isStillOpen(lines, due.kind, from, due.by)) yield due;
  }
  if (value === 'perks' || value === 'update') {
    const kind = value === 'perks' ? 'perks-needed' : 'update-needed';
    const by = seen + 60 + look(truth, from) + slack;
    if (!isStillOpen(lines, kind, from, by)) yield { kind, as: [kind], topic: value, ...run, earliest: from + 60, by };
  }
  yield* ends(printer, lines, run, value, seen, slack, context);
}

interface Run {
  readonly from: number;
  readonly to: number;
}

function* outages(
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  run: Run,
  seen: number,
  slack: number,
  { truth }: Context,
): Generator<Due> {
  const grace = truth.grace.at(run.from);
  const isLink = printer.link.at(run.from) === 'down';
  // Without times it counts from the first sighting.
  const knows =
    isLink &&
    printer.honest.at(run.from) &&
    printer.honest.next(run.from) > run.to &&
    printer.answer.at(run.from) === 200;
  const lost = isLink ? printer.link.since(run.from) : run.from;
  const earliest = Math.max(lost + grace, knows ? 0 : run.from + grace);
  const by = Math.max(lost + grace + look(truth, run.from), seen + (knows ? 0 : grace)) + slack;
  if (lines.some(({ alert, at }) => alert === 'disconnected' && at >= lost && at <= run.from)) return;
  if (isStillOpen(lines, 'disconnected', lost, by)) return;
  const as = ['disconnected', 'unstable'] as const;
  yield { kind: 'disconnected', as, topic: 'disconnected', ...run, earliest, by };
}

function* recoveries(
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  run: Run,
  seen: number,
  slack: number,
  { truth }: Context,
): Generator<Due> {
  if (!isStillOpen(lines, 'disconnected', run.from, run.from)) return;
  // If "keeps disconnecting" was reported afterwards, its end is not reported.
  const last = lines.findLast(({ alert, at }) => (alert === 'disconnected' || alert === 'unstable') && at <= run.from);
  if (last?.alert === 'unstable') return;
  // If it was off on purpose or often off, its return is not reported.
  const notifiedAt = lines.filter(({ alert, at }) => alert === 'disconnected' && at <= run.from).at(-1)?.at ?? 0;
  const wasOff = printer.off.changes(notifiedAt, run.from) > 0 || printer.oftenOff.changes(notifiedAt, run.from) > 0;
  if (wasOff || !isHeardOut(truth, printer, 'recovered', notifiedAt, run.from)) return;
  const up = Math.max(printer.link.since(run.from), run.from);
  const as = ['recovered', 'unstable', 'perks-restored', 'reconnect-healed'] as const;
  const by = Math.max(up + 30 + look(truth, run.from), seen) + 30 + slack;
  yield { kind: 'recovered', as, topic: 'recovered', ...run, earliest: up + 30, by };
}

function refusal(printer: PrinterTruth, run: Run, seen: number, slack: number, { truth }: Context): Due {
  const listed = [...truth.printers.values()].filter((one) => one.appears <= run.from && one.listed.at(run.from));
  const isWell = (one: PrinterTruth) => {
    const reported = one.says.at(run.from);
    return one !== printer && (reported === 'connected' || reported === 'gone') && one.says.next(run.from) > seen + 200;
  };
  const pauses = listed.length === 1 ? 180 : 2 * listed.filter(isWell).length >= listed.length ? 60 : 600;
  const pause = look(truth, run.from);
  let by = seen + pauses + pause + slack;
  // Each further rejection delays those before it by another minute: a fault of the service may be spreading.
  for (const at of rejections(listed, run.from, seen + 600)) {
    if (at <= by - slack) by = Math.max(by, Math.min(at + pause + 60 + pause, seen + 600 + pause) + slack);
  }
  return {
    kind: 'reconnect-needed',
    as: ['reconnect-needed'],
    topic: 'reconnect',
    ...run,
    earliest: run.from + 60,
    by,
  };
}

/** Returns when connections of these printers begin to be rejected, after `from` and until `to`, in order. */
function rejections(printers: readonly PrinterTruth[], from: number, to: number): readonly number[] {
  const begins = printers.flatMap((one) => {
    const found: number[] = [];
    for (let at = one.says.next(from); at <= to; at = one.says.next(at))
      if (one.says.at(at) === 'refused') found.push(at);
    return found;
  });
  return begins.sort((one, other) => one - other);
}

/** Yields the ends of what was reported; their delay depends on how often such a printer is checked. */
function* ends(
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  run: Run,
  reported: ReportedState,
  seen: number,
  slack: number,
  { truth }: Context,
): Generator<Due> {
  if (reported === 'refused') return;
  const poll = truth.poll.at(run.from);
  const since = (pause: ReportedState) => run.from + longestPauseAfter(pause, poll);
  const end = (kind: Due['kind'], topic: string, by: number): Due => ({
    kind,
    as: [kind],
    topic,
    ...run,
    earliest: run.from,
    by,
  });
  const isOpen = (kind: Due['kind'], topic: string) =>
    isStillOpen(lines, kind, run.from, run.from) && !wasPassedOver(printer, lines, kind, topic, run.from, truth);
  if (isOpen('reconnect-needed', 'reconnect')) {
    yield end('reconnect-healed', 'reconnect', Math.max(seen, since('refused')) + 30 + slack);
  }
  const lapsedAt = lines.findLast(({ alert, at }) => alert === 'perks-needed' && at <= run.from)?.at ?? 0;
  // If it was off on purpose, its return is not reported.
  const wasOff = printer.off.changes(lapsedAt, run.from) > 0;
  if (reported !== 'perks' && !wasOff && isOpen('perks-needed', 'perks')) {
    yield end('perks-restored', 'perks', Math.max(seen, since('perks')) + 30 + slack);
  }
}

const opened: Partial<Record<AlertLine['alert'], ReportedState>> = {
  disconnected: 'gone',
  'reconnect-needed': 'refused',
  'perks-needed': 'perks',
};

/** Whether it ended before `from` while its notification was not wanted, and so is never reported. */
function wasPassedOver(
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  kind: AlertLine['alert'],
  topic: string,
  from: number,
  truth: Context['truth'],
): boolean {
  const notifiedAt = lines.findLast(({ alert, at }) => alert === kind && at <= from)?.at ?? 0;
  for (let at = from - 0.001; at > notifiedAt; at = printer.says.since(at) - 0.001) {
    const reported = printer.says.at(at);
    const began = Math.max(notifiedAt, printer.says.since(at));
    if (reported !== opened[kind] && reported !== 'nothing' && !isHeardOut(truth, printer, topic, began, at))
      return true;
    if (began === notifiedAt) break;
  }
  return false;
}

/** The notification that ends each kind. */
export const endOf: Partial<Record<AlertLine['alert'], AlertLine['alert']>> = {
  disconnected: 'recovered',
  'reconnect-needed': 'reconnect-healed',
  'perks-needed': 'perks-restored',
};

/** Whether it was reported before `from`, and its end not before `by`. */
function isStillOpen(lines: readonly AlertLine[], kind: AlertLine['alert'], from: number, by: number): boolean {
  const sent = lines.filter(({ alert, at }) => (alert === kind || alert === endOf[kind]) && at <= by);
  const last = sent.at(-1);
  return last !== undefined && last.alert === kind && last.at <= from;
}
