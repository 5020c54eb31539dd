import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, lastResponse, sinceAdded } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth, ReportedState } from '../truth.ts';

/** The opposite of each alert: its `since` must not be before the last response with that meaning. */
const opposites: Partial<Record<AlertLine['alert'], readonly ReportedState[]>> = {
  disconnected: ['connected'],
  recovered: ['gone'],
  'reconnect-needed': ['connected', 'gone', 'perks', 'update'],
  'reconnect-healed': ['refused'],
  'perks-needed': ['connected', 'gone', 'refused', 'update'],
  'perks-restored': ['perks'],
  'update-needed': ['connected', 'gone', 'refused', 'perks'],
};

/** The link's state for alerts whose exact time the server reports. */
const links: Partial<Record<AlertLine['alert'], 'up' | 'down'>> = { disconnected: 'down', recovered: 'up' };

/** Compares the reported beginning of an alert with what was seen, and with the server's time if there is one. */
export function judgeSince(
  line: AlertLine,
  printer: PrinterTruth,
  responses: readonly Answered[],
  context: Context,
  words: string,
): void {
  const { verdict } = context;
  if (line.since > line.at + 1) verdict.fault('since', `${words}: since ${line.since}, which is to come`);
  // With several printers the earliest is reported.
  if (line.printers.length > 1) {
    judgeEarliest(line, context, words);
    return;
  }
  const against = opposites[line.alert] ?? [];
  const last = lastResponse(responses, line.at, ({ reported }) => against.includes(reported));
  if (last !== null && line.since < Math.floor(last.requestedAt) - 1) {
    verdict.fault('since', `${words}: since ${line.since}, but seen otherwise at ${Math.round(last.at)}`);
  }
  const notifiedAt = notifiedMoment(line, printer);
  // A later contradicting response invalidates the server's time.
  if (
    notifiedAt !== null &&
    (last === null || last.requestedAt < notifiedAt) &&
    Math.abs(line.since - notifiedAt) > 1
  ) {
    verdict.fault('since', `${words}: since ${line.since} instead of ${notifiedAt}`);
  }
}

function judgeEarliest(line: AlertLine, { truth, heard, verdict }: Context, words: string): void {
  const against = opposites[line.alert] ?? [];
  const momentOf = (name: string, by: AlertLine) => {
    const printer = truth.printers.get(name);
    const notifiedAt = printer === undefined ? null : notifiedMoment(by, printer);
    const responses = heard.responses.get(name) ?? [];
    const known = printer === undefined ? responses : sinceAdded(printer, responses, by.at);
    const last = lastResponse(known, by.at, ({ reported }) => against.includes(reported));
    return notifiedAt === null || (last !== null && last.requestedAt >= notifiedAt) ? null : notifiedAt;
  };
  // An updated notification keeps the first time of a printer, whatever has happened since.
  const first = (name: string) => firstLineOf(heard.alerts, line, name);
  const now = line.printers.map((name) => momentOf(name, line));
  const then = line.printers.map((name) => momentOf(name, first(name)));
  if ([...now, ...then].includes(null)) return;
  const [earliest, earliestThen] = [now, then].map((moments) => Math.min(...moments.map((moment) => moment ?? 0)));
  if ([earliest, earliestThen].every((moment) => Math.abs(line.since - (moment ?? 0)) > 1)) {
    verdict.fault('since', `${words}: since ${line.since} instead of ${earliest}`);
  }
}

/** Returns the first line of this notification since which it has always contained the printer. */
function firstLineOf(alerts: readonly AlertLine[], line: AlertLine, name: string): AlertLine {
  const same = alerts.filter(
    ({ alert, notification, at }) => alert === line.alert && notification === line.notification && at <= line.at,
  );
  const left = same.findLastIndex(({ printers }) => !printers.includes(name));
  return same[left + 1] ?? line;
}

/** Returns when it happened, if an honest response contains that; null otherwise. */
function notifiedMoment(line: AlertLine, printer: PrinterTruth): number | null {
  const state = links[line.alert];
  const wasHonest = printer.honest.at(line.at) && printer.honest.since(line.at) <= printer.link.since(line.at);
  if (state === undefined || !wasHonest || printer.link.at(line.at) !== state) return null;
  const reported = state === 'up' ? 'connected' : 'gone';
  if (printer.says.at(line.at) !== reported) return null;
  // Only a 200 contains times. An alert has the time of the second that follows, when the response may be another one.
  const hasTime = printer.answer.at(line.at) === 200 && printer.answer.at(line.at - 1) === 200;
  return hasTime ? printer.link.since(line.at) : null;
}
