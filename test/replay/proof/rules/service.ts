import type { PrinterResponse, ServiceState } from '../../../../src/demo/trace.ts';
import { type Context, freshFor, isHeardOut, lastResponse } from '../context.ts';
import type { Answered } from '../heard.ts';

import { reportedAt } from '../heard.ts';
import { Steps, together } from '../steps.ts';
import { where } from '../truth.ts';
import { judgeLoud } from './permission.ts';

/** Silence is reported after this time, in seconds. */
const silenceLimit = 900;

/** Responses of a network that requires a sign-in, such as 511. */
const portals: ReadonlySet<PrinterResponse | ServiceState> = new Set<PrinterResponse | ServiceState>(['html', 511]);

/** Compares notifications about OctoEverywhere as a whole with the truth. */
export function judgeService(context: Context): void {
  const { truth, heard, verdict } = context;
  const usable = [...heard.responses.values()]
    .flat()
    .filter(({ reported }) => reported !== 'nothing')
    .sort((one, other) => one.at - other.at);
  let notifiedAt: number | null = null;
  const lines = heard.alerts.filter(({ alert }) => alert === 'service-unreachable' || alert === 'service-reachable');
  for (const line of lines) {
    const words = `${line.alert} at ${line.at}`;
    judgeLoud(line, context, words);
    if (line.printers.length > 0) verdict.fault('false', `${words}: names printers`);
    const last = lastResponse(usable, line.at);
    if (line.alert === 'service-reachable') {
      if (notifiedAt === null) verdict.fault('false', `${words}: that it was not was never notified`);
      if (last === null || last.at < line.at - freshFor) verdict.fault('false', `${words}: no answer lately`);
      notifiedAt = null;
      continue;
    }
    // An end in quiet time isn't reported if it begins again before that is over.
    const hasEnded = notifiedAt !== null && last !== null && last.at > notifiedAt;
    if (notifiedAt !== null && !hasEnded && !wasEmptied(truth, notifiedAt, line.at)) verdict.fault('doubled', words);
    notifiedAt = line.at;
    const silent = line.at - (last?.at ?? 0);
    if (silent < silenceLimit - freshFor) verdict.fault('false', `${words}: silent for ${Math.round(silent)} s`);
    if (!truth.network.at(line.at - 1)) verdict.fault('false', `${words}: without a network`);
    if (portals.has(truth.service.at(line.at - 1))) verdict.fault('false', `${words}: behind a sign-in page`);
  }
  judgeMissed(context, usable);
}

/** Finds missing notifications about the service; captive portals and missing networks are shown differently. */
function judgeMissed({ truth, heard, verdict }: Context, usable: readonly Answered[]): void {
  const { end, networkHint, service, running, clock } = truth;
  const names = [...truth.printers.keys()];
  const isSilent = together(
    end,
    // The system's "offline" is believed while there are no responses.
    networkHint,
    running,
    where(service, end, (state) => !portals.has(state)),
    ...[...truth.printers.values()].map(({ answer }) => where(answer, end, (state) => !portals.has(state))),
    silence(truth, names),
  );
  // A clock set forward looks like sleep, and silence before sleep proves nothing about the time after it.
  const setForthBy = (at: number) => {
    const since = clock.since(at);
    return since > 0 && clock.at(since) > clock.at(since - 0.001) ? since : 0;
  };
  for (const { from, to, value } of isSilent.runs(end)) {
    // With a long interval it is noticed late.
    const failed = firstFailure(heard, from);
    const begins = Math.max(from, lastResponse(usable, to)?.at ?? 0);
    const usual = begins + silenceLimit + 95;
    const due = Math.max(usual, Math.min(setForthBy(usual), to) + silenceLimit + 95, failed + 920);
    if (!value || due > to || names.length === 0 || !isHeardOut(truth, null, 'service', from, due)) continue;
    const sent = heard.alerts.find((line) => line.alert === 'service-unreachable' && line.at >= from && line.at <= to);
    // It was already reported: this silence continues an earlier one.
    const before = heard.alerts.filter((line) => line.alert.startsWith('service-') && line.at < from).at(-1);
    if (before?.alert === 'service-unreachable') continue;
    if (sent === undefined) verdict.fault('missed', `service-unreachable from ${from} on`);
    else if (sent.at > due) verdict.fault('late', `service-unreachable at ${sent.at}, due at ${Math.round(due)}`);
    else verdict.delay('service-unreachable', sent.at - from - silenceLimit);
  }
  for (const line of heard.alerts.filter(({ alert }) => alert === 'service-unreachable')) {
    const first = usable.find(({ at }) => at > line.at);
    if (first === undefined || first.at + 75 > end || !isHeardOut(truth, null, 'service', line.at, first.at + 75))
      continue;
    if (wasEmptied(truth, line.at, first.at)) continue;
    const sent = heard.alerts.find((one) => one.alert === 'service-reachable' && one.at >= line.at);
    if (sent === undefined) verdict.fault('missed', `service-reachable from ${Math.round(first.at)} on`);
    else if (sent.at > first.at + 75) verdict.fault('late', `service-reachable at ${sent.at}`);
    else verdict.delay('service-reachable', sent.at - first.at);
  }
}

/** Whether the list was empty at some time after `from`, until `to`: then nothing is left to be reported. */
function wasEmptied({ printers, end }: Context['truth'], from: number, to: number): boolean {
  const all = [...printers.values()];
  const moments = all.flatMap(({ listed }) => [...listed.runs(end)].map((run) => run.from));
  return moments.some((at) => at > from && at <= to && all.every((one) => one.appears > at || !one.listed.at(at)));
}

function firstFailure({ responses }: Context['heard'], from: number): number {
  const failures = [...responses.values()].flatMap(
    (own) => own.find(({ at, reported }) => at >= from && reported === 'nothing')?.at ?? [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...failures);
}

/** Returns when there are printers to check, and every possible request would fail. */
function silence(truth: Context['truth'], names: readonly string[]) {
  const moments = new Set<number>([0]);
  for (const { from } of truth.service.runs(truth.end)) moments.add(from);
  for (const { says, listed } of truth.printers.values())
    for (const { from } of [...says.runs(truth.end), ...listed.runs(truth.end)]) moments.add(from);
  const isChecked = (name: string, at: number) => {
    const printer = truth.printers.get(name);
    return printer !== undefined && printer.appears <= at && printer.listed.at(at);
  };
  const is = (at: number) => {
    const checked = names.filter((name) => isChecked(name, at));
    return checked.length > 0 && checked.every((name) => reportedAt(truth, name, at) === 'nothing');
  };
  const silent = new Steps(is(0));
  for (const at of [...moments].sort((one, other) => one - other)) silent.change(at, is(at));
  return silent;
}
