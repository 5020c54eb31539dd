import { type Context, lastResponse, pauseAfter, sinceAdded, upTo } from '../context.ts';
import type { Answered, StatusLine } from '../heard.ts';
import type { PrinterTruth, ReportedState } from '../truth.ts';

/** For how many intervals without a response a status may be shown; then it is stale, and after `greyAfter` s grey. */
const intervals = 2.5;
const greyAfter = 900;

/** Tolerance in seconds: changes are not seen at once, and lines are rounded up to whole seconds. */
const slack = 20;

const shownAs: Readonly<Record<ReportedState, readonly string[]>> = {
  connected: ['online'],
  gone: ['offline', 'off'],
  refused: [],
  perks: [],
  update: [],
  nothing: [],
};
const claims = new Set(['online', 'offline', 'perks-needed', 'update-needed']);

/** Compares what is shown of each printer with the last response and its age. */
export function judgeShown(context: Context): void {
  for (const printer of context.truth.printers.values()) {
    const lines = context.heard.statuses.get(printer.name) ?? [];
    const responses = context.heard.responses.get(printer.name) ?? [];
    judgeResponses(printer, lines, responses, context);
    judgeSilence(printer, lines, responses, context);
    judgeBeginnings(printer, lines, responses, context);
  }
  judgeIcon(context);
}

/** Checks that right after a response its status is shown and not stale. */
function judgeResponses(
  printer: PrinterTruth,
  lines: readonly StatusLine[],
  responses: readonly Answered[],
  context: Context,
): void {
  const { truth, verdict } = context;
  for (const [index, { at, requestedAt, reported }] of responses.entries()) {
    const expected = shownAs[reported];
    const until = responses[index + 1]?.at ?? truth.end;
    // At the very start, initial settings may trigger another request.
    const isBrief =
      requestedAt < 5 || until < at + 2 || truth.running.since(at) > requestedAt || truth.running.next(at) < at + 2;
    const changedNow =
      printer.off.next(at - 2) < at + 2 || printer.oftenOff.next(at - 2) < at + 2 || !printer.listed.at(at + 2);
    // After sleep or a network change, the request is repeated.
    const interrupted = truth.network.next(requestedAt) < at + 2 || truth.clock.next(requestedAt - 20) < at + 2;
    if (expected.length === 0 || isBrief || changedNow || interrupted) continue;
    const shown = shownAt(lines, at + 1.5);
    if (shown === null) continue;
    if (!expected.includes(shown.status)) {
      verdict.fault(
        'status',
        `${printer.name} at ${Math.ceil(at)}: ${shown.status} after an answer that says ${reported}`,
      );
    } else if (shown.stale) verdict.fault('stale', `${printer.name} at ${Math.ceil(at)}: stale right after an answer`);
  }
}

/** Checks that without responses a status becomes stale after a while, then grey. */
function judgeSilence(
  printer: PrinterTruth,
  lines: readonly StatusLine[],
  responses: readonly Answered[],
  context: Context,
): void {
  const { truth, verdict } = context;
  const usable = responses.filter(({ reported }) => reported !== 'nothing');
  for (const [index, { at, reported }] of usable.entries()) {
    const next = usable[index + 1]?.at ?? truth.end;
    const poll = Math.max(truth.poll.at(at), truth.poll.at(Math.min(next, at + 2 * truth.poll.at(at))));
    const usualPause = (reported === 'update' ? 1.05 : 1) * pauseAfter(reported, poll);
    const ran = Math.min(
      truth.running.next(at),
      printer.listed.next(at),
      printer.listed.at(at) ? Number.POSITIVE_INFINITY : 0,
    );
    const look = (moment: number) => (moment < Math.min(next, ran, truth.end) ? shownAt(lines, moment) : null);
    const stale = look(at + intervals * usualPause + slack);
    if (stale !== null && claims.has(stale.status) && !stale.stale) {
      verdict.fault(
        'stale',
        `${printer.name}: ${stale.status} without proof ${intervals} polls after ${Math.round(at)}`,
      );
    }
    const grey = look(at + Math.max(greyAfter, intervals * usualPause) + slack);
    if (grey !== null && claims.has(grey.status)) {
      verdict.fault('stale', `${printer.name}: still ${grey.status} 15 minutes after ${Math.round(at)}`);
    }
    judgeTwoFailures(printer, lines, responses, at, Math.min(next, ran), context);
  }
}

function judgeTwoFailures(
  printer: PrinterTruth,
  lines: readonly StatusLine[],
  responses: readonly Answered[],
  from: number,
  to: number,
  { truth, heard, verdict }: Context,
): void {
  const second = responses[upTo(responses, from) + 1];
  const first = responses[upTo(responses, from)];
  if (first?.reported !== 'nothing' || second?.reported !== 'nothing' || second.at + 2 >= to) return;
  // A poll without a network does not count as failed, and the icon is grey meanwhile.
  if (!truth.networkHint.at(first.at)) return;
  // Without a network the icon claims nothing; a printer's line may still show the last known status.
  const isGrey = !truth.networkHint.at(second.at) && iconAt(heard, second.at + 1.5) === 'unknown';
  const shown = shownAt(lines, second.at + 1.5);
  if (!isGrey && shown !== null && claims.has(shown.status) && !shown.stale) {
    verdict.fault('stale', `${printer.name} at ${Math.ceil(second.at)}: ${shown.status} after two failed polls`);
  }
}

/** Checks since when a status is shown: never before the opposite was last seen, and as reported by the server. */
function judgeBeginnings(
  printer: PrinterTruth,
  lines: readonly StatusLine[],
  responses: readonly Answered[],
  { truth, verdict }: Context,
): void {
  for (const [index, line] of lines.entries()) {
    const state = line.status === 'online' ? 'up' : line.status === 'offline' ? 'down' : null;
    // Nobody sees a line that is replaced within the same second.
    if (state === null || line.stale || lines[index + 1]?.at === line.at) continue;
    if (line.since > line.at + 1)
      verdict.fault('since', `${printer.name} at ${line.at}: ${line.status} since ${line.since}`);
    const opposite: ReportedState = state === 'up' ? 'gone' : 'connected';
    const last = lastResponse(
      sinceAdded(printer, responses, line.at),
      line.at,
      ({ reported }) => reported === opposite,
    );
    if (last !== null && line.since < Math.floor(last.requestedAt) - 1) {
      verdict.fault(
        'since',
        `${printer.name} at ${line.at}: ${line.status} since ${line.since}, seen otherwise at ${Math.round(last.at)}`,
      );
    }
    const proof = lastResponse(responses, line.at);
    if (
      proof === null ||
      proof.at < line.at - 2 ||
      printer.answer.at(proof.requestedAt) !== 200 ||
      truth.service.at(proof.requestedAt) !== 'ok'
    )
      continue;
    const since = printer.link.since(proof.requestedAt);
    const wasSeenOtherwise = last !== null && last.requestedAt >= since;
    const isHonest =
      !wasSeenOtherwise &&
      printer.honest.at(proof.requestedAt) &&
      printer.honest.at(proof.at) &&
      printer.honest.since(proof.requestedAt) <= since;
    if (
      isHonest &&
      printer.link.at(proof.requestedAt) === state &&
      printer.link.next(proof.requestedAt) > proof.at &&
      Math.abs(line.since - since) > 1
    ) {
      verdict.fault('since', `${printer.name} at ${line.at}: ${line.status} since ${line.since} instead of ${since}`);
    }
  }
}

/** Checks that the icon is green only when every printer is. */
function judgeIcon({ heard, verdict, truth }: Context): void {
  for (const [index, { at, glance, stale }] of heard.glances.entries()) {
    const next = heard.glances[index + 1]?.at ?? truth.end;
    if (glance !== 'online' || stale || next <= at + 1) continue;
    for (const printer of truth.printers.values()) {
      if (!printer.listed.at(at) || printer.appears >= at) continue;
      const shown = shownAt(heard.statuses.get(printer.name) ?? [], at);
      const isFine = shown === null || shown.status === 'off' || (shown.status === 'online' && !shown.stale);
      if (!isFine) verdict.fault('status', `green at ${at} while ${printer.name} is ${shown.status}`);
    }
  }
}

function iconAt({ glances }: Context['heard'], at: number): string | null {
  return glances.findLast((line) => line.at <= at)?.glance ?? null;
}

function shownAt(lines: readonly StatusLine[], at: number): StatusLine | null {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1] ?? null;
}
