import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import { type Context, lastAnswer } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth, Said } from '../truth.ts';

/** What the opposite of an alert is: its `since` may not lie before the last answer that said it. */
const opposites: Partial<Record<AlertLine['alert'], readonly Said[]>> = {
  disconnected: ['connected'],
  recovered: ['gone'],
  'reconnect-needed': ['connected', 'gone', 'perks', 'update'],
  'reconnect-healed': ['refused'],
  'perks-needed': ['connected', 'gone', 'refused', 'update'],
  'perks-restored': ['perks'],
  'update-needed': ['connected', 'gone', 'refused', 'perks'],
};

/** The link's state that goes with an alert of which the server tells the very moment. */
const links: Partial<Record<AlertLine['alert'], 'up' | 'down'>> = { disconnected: 'down', recovered: 'up' };

/** Holds when something is said to have begun against what was seen, and where the server tells it, against that. */
export function judgeSince(
  line: AlertLine,
  printer: PrinterTruth,
  answers: readonly Answered[],
  context: Context,
  words: string,
): void {
  const { verdict } = context;
  if (line.since > line.at + 1) verdict.fault('since', `${words}: since ${line.since}, which is to come`);
  // Of several printers it is the earliest that is told.
  if (line.printers.length > 1) {
    judgeEarliest(line, context, words);
    return;
  }
  const against = opposites[line.alert] ?? [];
  const last = lastAnswer(answers, line.at, ({ said }) => against.includes(said));
  if (last !== null && line.since < Math.floor(last.askedAt) - 1) {
    verdict.fault('since', `${words}: since ${line.since}, but seen otherwise at ${Math.round(last.at)}`);
  }
  const told = toldMoment(line, printer);
  // What was seen otherwise after it takes the server's word away.
  if (told !== null && (last === null || last.askedAt < told) && Math.abs(line.since - told) > 1) {
    verdict.fault('since', `${words}: since ${line.since} instead of ${told}`);
  }
}

function judgeEarliest(line: AlertLine, { truth, heard, verdict }: Context, words: string): void {
  const against = opposites[line.alert] ?? [];
  const momentOf = (name: string, by: AlertLine) => {
    const printer = truth.printers.get(name);
    const told = printer === undefined ? null : toldMoment(by, printer);
    const last = lastAnswer(heard.answers.get(name) ?? [], by.at, ({ said }) => against.includes(said));
    return told === null || (last !== null && last.askedAt >= told) ? null : told;
  };
  // A notification that is updated goes on saying of a printer what it first said, whatever that has done since.
  const first = (name: string) => firstLineOf(heard.alerts, line, name);
  const now = line.printers.map((name) => momentOf(name, line));
  const then = line.printers.map((name) => momentOf(name, first(name)));
  if ([...now, ...then].includes(null)) return;
  const [earliest, earliestThen] = [now, then].map((moments) => Math.min(...moments.map((moment) => moment ?? 0)));
  if ([earliest, earliestThen].every((moment) => Math.abs(line.since - (moment ?? 0)) > 1)) {
    verdict.fault('since', `${words}: since ${line.since} instead of ${earliest}`);
  }
}

/** Where the notification of `line` first named the printer without leaving it out again. */
function firstLineOf(alerts: readonly AlertLine[], line: AlertLine, name: string): AlertLine {
  const same = alerts.filter(
    ({ alert, notification, at }) => alert === line.alert && notification === line.notification && at <= line.at,
  );
  const left = same.findLastIndex(({ printers }) => !printers.includes(name));
  return same[left + 1] ?? line;
}

/** When it was, if an honest answer tells; null when none does. */
function toldMoment(line: AlertLine, printer: PrinterTruth): number | null {
  const state = links[line.alert];
  const wasHonest = printer.honest.at(line.at) && printer.honest.since(line.at) <= printer.link.since(line.at);
  if (state === undefined || !wasHonest || printer.link.at(line.at) !== state) return null;
  // Only an answer 200 has times in it.
  const said = state === 'up' ? 'connected' : 'gone';
  return printer.says.at(line.at) === said && printer.answer.at(line.at) === 200 ? printer.link.since(line.at) : null;
}
