import type { AlertLine } from '../../../../src/demo/seen-by-user.ts';
import type { Alert } from '../../../../src/domain/alerts/alert.ts';
import { type Context, day, hour, isHeardOut, lastResponse, newNotifications, watchedSince } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth } from '../truth.ts';
import { type Due, dues, endOf } from './dues.ts';

/** Finds notifications that are missing or late. */
export function judgeMissed(context: Context): void {
  const { unseen, stale } = context.heard;
  const said = ({ kind, printers, notification }: Alert) =>
    `${kind} of ${printers.join(', ')}: notification ${notification}`;
  for (const alert of unseen) context.verdict.fault('missed', `${said(alert)} did not appear`);
  for (const alert of new Set(stale)) context.verdict.fault('false', `${said(alert)} stayed although it was over`);
  for (const printer of context.truth.printers.values()) {
    const lines = context.heard.alerts.filter(({ printers }) => printers.includes(printer.name));
    const fresh = newNotifications(context.heard);
    const own = fresh.filter(({ printers }) => printers.includes(printer.name));
    const all = fresh.map(({ at }) => at);
    const judged = new Set<string>();
    for (const { due, watched } of dues(printer, lines, context)) {
      const key = `${due.kind} ${due.from}`;
      if (judged.has(key) || watchedSince(context.truth, printer, Math.min(due.by, due.to - 0.001)) > watched) continue;
      // If it stays unreported through many runs, that is one fault.
      const opened = lines.filter(({ alert, at }) => endOf[alert] === due.kind && at <= due.from).at(-1)?.at;
      if (judged.has(`${due.kind} after ${opened}`)) continue;
      judged.add(key);
      const isFault = judgeDue(due, printer, lines, { own, all }, context);
      if (isFault && opened !== undefined) judged.add(`${due.kind} after ${opened}`);
    }
  }
}

function judgeDue(
  due: Due,
  printer: PrinterTruth,
  lines: readonly AlertLine[],
  { own, all }: { readonly own: readonly AlertLine[]; readonly all: readonly number[] },
  { truth, heard, verdict }: Context,
): boolean {
  if (seemsOff(printer, heard.responses.get(printer.name) ?? [], due.by)) return false;
  if (due.by > due.to || due.by > truth.end || !isHeardOut(truth, printer, due.topic, due.from, due.by)) return false;
  const sent = lines.find(({ alert, at }) => due.as.includes(alert) && at >= due.from && at <= due.to + 1);
  if (sent !== undefined && sent.at <= Math.ceil(due.by)) {
    if (sent.alert === due.kind) verdict.delay(due.kind, sent.at - due.earliest);
    return false;
  }
  // When the budget is spent there is a summary, and repeated changes are reported as such.
  const within = (moments: readonly number[], span: number) =>
    moments.filter((at) => at > due.from - span && at <= due.by).length;
  const ownAt = own.map(({ at }) => at);
  if (within(ownAt, hour) >= 3 || within(ownAt, day) >= 10 || within(all, hour) >= 8) return false;
  if (isKnownUnstable(printer, lines, due) || isKnownToChange(printer, own, due)) return false;
  const words = `${due.kind} of ${printer.name}, so from ${due.from} on, due by ${Math.round(due.by)}`;
  if (sent === undefined) verdict.fault('missed', words);
  else verdict.fault('late', `${words}: notified at ${sent.at}`);
  return true;
}

/**
 * Whether it was off on purpose until it connected again, and no response has shown that yet: a dead connection is
 * checked once an hour, and other responses say nothing about the link.
 */
function seemsOff({ off }: PrinterTruth, responses: readonly Answered[], by: number): boolean {
  if (off.at(by) || off.since(by) <= 0) return false;
  const returned = off.since(by);
  const seen = lastResponse(
    responses,
    by,
    ({ reported, requestedAt }) => reported === 'connected' && requestedAt >= returned,
  );
  return seen === null;
}

/** Whether "keeps disconnecting" was reported, and the link had not been stable for an hour before what is due now. */
function isKnownUnstable({ link }: PrinterTruth, lines: readonly AlertLine[], { from, by }: Due): boolean {
  const sent = lines.findLast(({ alert, at }) => alert === 'unstable' && at <= by);
  if (sent === undefined) return false;
  for (let run = link.since(from - 0.001); run > sent.at; run = link.since(run - 0.001)) {
    if (link.at(run) === 'up' && Math.min(link.next(run), from) - run > hour + 600) return false;
  }
  return true;
}

/**
 * Whether it was reported for the third time within an hour as a repeated change, and was not quiet for an hour since.
 */
function isKnownToChange({ says }: PrinterTruth, own: readonly AlertLine[], { kind, from, by }: Due): boolean {
  const begin = endOf[kind] === undefined ? beginOf(kind) : kind;
  const begins = own.filter(({ alert, at }) => alert === begin && at <= by).map(({ at }) => at);
  const third = begins.findLast((at, index) => index >= 2 && at - (begins[index - 2] ?? 0) < hour + 15);
  if (third === undefined) return false;
  for (let run = says.since(from - 0.001); run > third; run = says.since(run - 0.001)) {
    if (Math.min(says.next(run), from) - run > hour + 600) return false;
  }
  return true;
}

function beginOf(kind: AlertLine['alert']): AlertLine['alert'] {
  const begins = Object.keys(endOf) as AlertLine['alert'][];
  return begins.find((begin) => endOf[begin] === kind) ?? kind;
}
