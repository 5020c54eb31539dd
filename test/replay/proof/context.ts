import type { Answered, Heard } from './heard.ts';
import type { PrinterTruth, ReportedState, Truth } from './truth.ts';
import type { Verdict } from './verdict.ts';

/** Everything a rule needs. */
export interface Context {
  readonly truth: Truth;
  readonly heard: Heard;
  readonly verdict: Verdict;
}

export const hour = 3_600;
export const day = 86_400;

/** The maximum age of a response that confirms a notification, in seconds; lines are rounded up to whole seconds. */
export const freshFor = 15 + 1;

/** Returns the longest pause between two checks: jitter adds up to 5 %. */
export function look(truth: Truth, at: number): number {
  return 1.05 * truth.poll.at(at) + 2;
}

/** Returns how long it may take to check all other printers of an event, with some time for slow responses. */
export function group(truth: Truth, at: number): number {
  const listed = [...truth.printers.values()].filter(
    (printer) => printer.appears <= at && printer.listed.at(at),
  ).length;
  return (listed > 50 ? 150 : 60) + 15 + (3 * truth.latency.at(at)) / 1_000 + 5;
}

/** Returns how long it may take until the next request after such a response. */
export function pauseAfter(reported: ReportedState, poll: number): number {
  switch (reported) {
    case 'connected':
    case 'gone':
      return poll;
    case 'refused':
      return Math.max(3_600, poll);
    case 'perks':
      return Math.max(600, poll);
    case 'update':
    case 'nothing':
      return Math.max(360, poll);
  }
}

/** Returns how long the next request may take at most: jitter adds up to 5 %, in a back-off up to 60 %. */
export function longestPauseAfter(reported: ReportedState, poll: number): number {
  const jitter = reported === 'update' || reported === 'nothing' ? 1.6 : 1.05;
  return jitter * pauseAfter(reported, poll) + 20;
}

/**
 * Returns since when, as of `at`, the app has been able to check a printer at its normal interval; ∞ when it cannot.
 * After a problem of the service or of the printer's responses, the next request may be a whole pause away.
 */
export function watchedSince(truth: Truth, printer: PrinterTruth, at: number): number {
  const { running, reachable, service, network } = truth;
  if (!running.at(at) || !reachable.at(at)) return Number.POSITIVE_INFINITY;
  const poll = truth.poll.at(at);
  const listed = printer.listed.since(at);
  const started = running.since(at) > 0 ? running.since(at) + 10 : 0;
  let since = Math.max(started, printer.appears, listed, truth.poll.since(at));
  if (network.since(at) > 0) since = Math.max(since, network.since(at) + 75);
  if (service.since(at) > 0) {
    const afterTrouble = Math.max(longestPauseAfter('nothing', poll), truth.retryAfter.at(at) + 60);
    since = Math.max(since, service.since(at) + afterTrouble, truth.heldUntil.at(at) + 60);
  }
  for (let run = printer.says.since(at); run > 0 && run > at - 2 * hour; run = printer.says.since(run - 0.001)) {
    const before = printer.says.at(run - 0.001);
    if (before === 'connected' || before === 'gone') continue;
    since = Math.max(since, run + longestPauseAfter(before, poll));
  }
  return since;
}

/** Whether the user wanted this notification during the whole time, without changes. */
export function isHeardOut(
  truth: Truth,
  printer: PrinterTruth | null,
  topic: string,
  from: number,
  to: number,
): boolean {
  const { loud, topicsOff, running, grace } = truth;
  if (!loud.at(to) || loud.since(to) > from || !running.at(to) || running.since(to) > from) return false;
  if (topicsOff.at(to).split(',').includes(topic) || topicsOff.since(to) > from || grace.since(to) > from) return false;
  if (printer === null) return true;
  const isGone = topic === 'disconnected' || topic === 'recovered';
  if (isGone && (printer.oftenOff.at(to) || printer.oftenOff.since(to) > from)) return false;
  return printer.wanted.at(to) && printer.wanted.since(to) <= from;
}

/** Returns the last response that arrived by `at`; `isOf` determines which count. */
export function lastResponse(
  responses: readonly Answered[],
  at: number,
  isOf: (response: Answered) => boolean = () => true,
): Answered | null {
  for (let index = upTo(responses, at) - 1; index >= 0; index -= 1) {
    const response = responses[index];
    if (response !== undefined && isOf(response)) return response;
  }
  return null;
}

/** Returns how many responses had arrived by `at`; responses are in order of arrival. */
export function upTo(responses: readonly Answered[], at: number): number {
  let low = 0;
  let high = responses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((responses[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Returns the first response of the run of equal ones that `last` belongs to; failed requests do not end a run. */
export function firstOfRun(responses: readonly Answered[], last: Answered): Answered {
  let first = last;
  for (let index = upTo(responses, last.at) - 1; index >= 0; index -= 1) {
    const response = responses[index];
    if (response === undefined || response.reported === 'nothing') continue;
    if (response.reported !== last.reported) break;
    first = response;
  }
  return first;
}

/** Returns the responses about a printer since it was last added, as of `at`. */
export function sinceAdded({ listed }: PrinterTruth, answers: readonly Answered[], at: number): readonly Answered[] {
  const added = listed.since(listed.at(at) ? at : listed.since(at) - 0.001);
  return added <= 0 ? answers : answers.slice(upTo(answers, added));
}

/** Returns new notifications, in order: the first line of each number. */
export function newNotifications(heard: Heard) {
  const seen = new Set<number>();
  return heard.alerts.filter(({ notification }) => !seen.has(notification) && seen.add(notification));
}
