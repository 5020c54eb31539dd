import { type Context, hour, lastResponse, sinceAdded } from '../context.ts';
import type { Answered } from '../heard.ts';
import type { PrinterTruth } from '../truth.ts';

/** If the clock was ever wrong, at most this fraction of the recorded history may be wrong. */
const mostWrong = 0.001;

/** Compares the recorded history with the truth, wherever a response revealed it. */
export function judgeHistory({ truth, heard, verdict }: Context): void {
  const clockWasWrong = [...truth.clock.runs(truth.end)].some(({ value }) => value !== 0);
  for (const printer of truth.printers.values()) {
    if (!printer.listed.at(truth.end)) continue;
    // Its history ended when it was removed; since it was added again it is a new one.
    const responses = sinceAdded(printer, heard.responses.get(printer.name) ?? [], truth.end).filter(
      ({ reported }) => reported === 'connected' || reported === 'gone',
    );
    const seconds = { right: 0, wrong: 0, unknown: 0 };
    let firstWrong = -1;
    for (const [state, from, to] of heard.history[printer.name] ?? []) {
      if (from < -1 && state !== 'unknown' && !printer.claimedBefore)
        verdict.fault('history', `${printer.name}: ${state} since ${from}, before there was anything`);
      for (let at = Math.max(0, from); at < Math.min(to, truth.end); at += 1) {
        if (state === 'unknown') {
          seconds.unknown += 1;
          continue;
        }
        if ((state === 'connected') === isUp(printer, at)) seconds.right += 1;
        else if (wasReported(printer, responses, at, truth.latency.at(at) / 1_000)) {
          if (seconds.wrong === 0) firstWrong = at;
          seconds.wrong += 1;
        }
      }
    }
    verdict.past.right += seconds.right;
    verdict.past.wrong += seconds.wrong;
    verdict.past.unknown += seconds.unknown;
    const allowed = clockWasWrong ? mostWrong * (seconds.right + seconds.wrong) : 0;
    if (seconds.wrong > allowed) {
      verdict.fault('history', `${printer.name}: ${seconds.wrong} s wrong, the first at ${firstWrong}`);
    }
    judgeGaps(printer, responses, { truth, heard, verdict });
  }
}

/** Returns the state at a second; the seconds around a change may be either. */
function isUp(printer: PrinterTruth, at: number): boolean {
  return printer.link.at(at) === 'up';
}

/**
 * Whether the link's state at a second is known from the next response: honest responses contain the last two changes.
 * The seconds before and after a change count for both states, and so does the time that a response takes.
 */
function wasReported(printer: PrinterTruth, responses: readonly Answered[], at: number, latency: number): boolean {
  const { link, honest, answer } = printer;
  if (link.changes(Math.max(0, at - 1 - latency), at + 1.5) > 0) return false;
  const next = nextResponse(responses, at);
  // A response that was on its way does not reveal it; the next one does.
  const underWay = lastResponse(responses, at + latency + 1, ({ requestedAt }) => requestedAt < at);
  if (underWay !== null && underWay.at >= at && answer.at(underWay.requestedAt) !== 200) return false;
  if (
    next === null ||
    !honest.at(next.requestedAt) ||
    !honest.at(next.at) ||
    honest.since(next.requestedAt) > at ||
    answer.at(next.requestedAt) !== 200
  )
    return false;
  return link.changes(at, next.at) <= 1;
}

/** Checks that between two equal sightings, no further apart than 2.5 polls, the state is not unknown. */
function judgeGaps(printer: PrinterTruth, responses: readonly Answered[], { truth, heard, verdict }: Context): void {
  const segments = (heard.history[printer.name] ?? []).filter(([state]) => state === 'unknown');
  for (const [, from, to] of segments) {
    const before = lastResponse(responses, from + 1);
    const after = nextResponse(responses, from + 1);
    if (before === null || after === null || before.reported !== after.reported) continue;
    const isShort = after.at - before.at <= 2.5 * truth.poll.at(from);
    const ran = truth.running.since(after.at) <= before.at;
    // A killed app may lose what it had not written yet: up to an hour of an unchanged state.
    const killed = truth.running.next(from) - from < hour + 120;
    const changed = printer.link.changes(Math.max(0, before.requestedAt), after.at) > 0;
    if (isShort && ran && !killed && !changed && to - from > 1) {
      verdict.fault('history', `${printer.name}: unknown from ${from} to ${to}, though seen before and after`);
    }
  }
}

function nextResponse(responses: readonly Answered[], at: number): Answered | null {
  let low = 0;
  let high = responses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((responses[middle]?.requestedAt ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return responses[low] ?? null;
}
