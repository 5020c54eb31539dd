import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, day, group, hour, look, newNotifications, watchedSince } from '../context.ts';
import type { PrinterTruth, ReportedState } from '../truth.ts';

/** One printer's part of an event with a common cause. */
interface Change {
  readonly printer: PrinterTruth;
  readonly at: number;
  /** When it ended. */
  readonly to: number;
  /** When the outage that it ends began: only printers that disconnected together return together. */
  readonly lostAt: number;
}

const kinds = [
  { alert: 'disconnected', reported: 'gone', within: 30 },
  { alert: 'recovered', reported: 'connected', within: 300 },
  { alert: 'reconnect-needed', reported: 'refused', within: 30 },
  { alert: 'perks-needed', reported: 'perks', within: 30 },
  { alert: 'update-needed', reported: 'update', within: 30 },
] as const;

/** Checks that each event has one notification, or two from twenty printers on. */
export function judgeEvents(context: Context): void {
  for (const kind of kinds) {
    const changes = changesTo(kind.reported, context);
    for (const event of eventsIn(changes, kind.within)) {
      const lost = event.map(({ lostAt }) => lostAt);
      if (kind.alert === 'recovered' && Math.max(...lost) - Math.min(...lost) > 30) continue;
      if (kind.alert === 'recovered' && lossesOf(event, context).size > 1) continue;
      judgeEvent(kind.alert, event, context);
    }
  }
}

/** Returns the notifications of what these printers return from: only what was reported together ends together. */
function lossesOf(event: readonly Change[], { heard }: Context): ReadonlySet<number | undefined> {
  const loss = ({ printer, at }: Change) =>
    heard.alerts.findLast(
      (line) => line.alert === 'disconnected' && line.at <= at && line.printers.includes(printer.name),
    );
  return new Set(event.map((change) => loss(change)?.notification));
}

function changesTo(reported: ReportedState, { truth }: Context): readonly Change[] {
  const changes: Change[] = [];
  for (const printer of truth.printers.values()) {
    for (const { from, to, value } of printer.says.runs(truth.end)) {
      if (value !== reported || from === 0 || from <= printer.appears) continue;
      if (reported === 'connected' && printer.says.at(from - 0.001) !== 'gone') continue;
      // Other answers may have hidden a link that was down already.
      const isLink = reported === 'gone' && printer.answer.at(from) === 200;
      const at = isLink ? printer.link.since(from) : from;
      changes.push({ printer, at, to, lostAt: printer.says.since(from - 0.001) });
    }
  }
  return changes.toSorted((one, other) => one.at - other.at);
}

/**
 * Groups changes no later than `within` after the first one, with no others for a quarter of an hour on either side.
 */
function eventsIn(changes: readonly Change[], within: number): readonly (readonly Change[])[] {
  const events: Change[][] = [];
  for (const change of changes) {
    const event = events.at(-1);
    const first = event?.[0];
    if (event !== undefined && first !== undefined && change.at - first.at <= within) event.push(change);
    else events.push([change]);
  }
  const apart = 900;
  return events.filter((event, index) => {
    const [first, last] = [event[0]?.at ?? 0, event.at(-1)?.at ?? 0];
    const before = events[index - 1]?.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    const after = events[index + 1]?.[0]?.at ?? Number.POSITIVE_INFINITY;
    return new Set(event.map(({ printer }) => printer)).size >= 2 && first - before > apart && after - last > apart;
  });
}

function judgeEvent(alert: AlertLine['alert'], event: readonly Change[], { truth, heard, verdict }: Context): void {
  const [first, last] = [event[0]?.at ?? 0, event.at(-1)?.at ?? 0];
  const length = last + 600 + 2 * look(truth, first) + truth.grace.at(first) + group(truth, first);
  const stays = event.every(({ to }) => to >= length);
  const watched = event.every(({ printer }) => {
    const wanted = printer.wanted.at(first) && printer.wanted.next(first) > length;
    return (
      wanted &&
      watchedSince(truth, printer, first) <= first - look(truth, first) &&
      watchedSince(truth, printer, length) <= length
    );
  });
  const undisturbed =
    truth.loud.at(first) &&
    truth.loud.next(first) > length &&
    truth.running.next(first) > length &&
    truth.reachable.next(first) > length;
  if (!stays || !watched || !undisturbed || length > truth.end) return;
  const names = new Set(event.map(({ printer }) => printer.name));
  const fresh = newNotifications(heard);
  const spent = fresh.filter(
    ({ at, printers }) => at > first - day && at < first && printers.some((name) => names.has(name)),
  );
  if (spent.filter(({ at }) => at > first - hour).length >= 3 || spent.length >= 10) return;
  const own = fresh.filter(
    (line) =>
      line.alert === alert && line.at >= first && line.at <= length && line.printers.some((name) => names.has(name)),
  );
  verdict.events.push({ printers: names.size, notifications: own.length });
  const allowed = names.size < 20 ? 1 : 2;
  if (own.length > allowed) {
    verdict.fault(
      'event',
      `${own.length} times ${alert} for ${names.size} printers from ${first} on, ${allowed} allowed`,
    );
  }
}
