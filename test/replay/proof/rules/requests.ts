import { type Context, day, hour } from '../context.ts';
import { busiest } from './damping.ts';

/**
 * On average over a day 61 per hour, or with a shorter interval proportionally more; and never more than this multiple
 * of the normal rate in an hour. While the system reports "offline", one printer is checked every 60 s regardless of
 * the interval, again when it no longer does, and at once when the user refreshes.
 */
const most = { average: 61, oftener: 61 / 60, anHour: 2, trials: 61 } as const;

/**
 * Checks the number of requests: per printer in a day and in any hour, and for all together in any second and at once.
 */
export function judgeRequests({ truth, heard, verdict }: Context): void {
  const { end, poll } = truth;
  const fastest = Math.min(...[...poll.runs(end)].map(({ value }) => value));
  const rhythm = hour / fastest;
  for (const printer of truth.printers.values()) {
    const requestTimes = (heard.responses.get(printer.name) ?? []).map(({ requestedAt }) => requestedAt);
    // As if all printers were checked once a minute.
    verdict.requests += (requestTimes.length * fastest) / 60;
    const span = Math.min(day, end);
    const aDay = busiest(requestTimes, span);
    // A scenario shorter than a day begins and ends with a request.
    const allowed = (Math.max(most.average, rhythm * most.oftener) * span) / hour + (span < day ? 3 : 0);
    if (aDay.count > allowed) {
      verdict.fault('requests', `${printer.name}: ${aDay.count} in the day from ${Math.round(aDay.from)}`);
    }
    const anHour = busiest(requestTimes, hour);
    verdict.most.requested = Math.max(verdict.most.requested, (anHour.count * fastest) / 60);
    const hasTrials = !truth.networkHint.at(anHour.from) || truth.networkHint.next(anHour.from) < anHour.from + hour;
    const refreshes = truth.refreshes.filter(
      ({ at, printer: name }) =>
        (name ?? printer.name) === printer.name && at >= anHour.from && at < anHour.from + hour,
    );
    if (anHour.count > Math.max(most.anHour * rhythm, hasTrials ? most.trials + refreshes.length : 0)) {
      verdict.fault('requests', `${printer.name}: ${anHour.count} in the hour from ${Math.round(anHour.from)}`);
    }
  }
  const inASecond = Math.max(5, Math.ceil((2 * truth.printers.size) / fastest));
  if (heard.mostInOneSecond > inASecond) {
    verdict.fault('requests', `${heard.mostInOneSecond} in one second, ${inASecond} allowed`);
  }
  const atOnce = mostAtOnce(heard);
  if (atOnce > 6) verdict.fault('requests', `${atOnce} at once`);
}

function mostAtOnce({ responses }: Context['heard']): number {
  const turns = [...responses.values()].flat().flatMap(({ requestedAt, at }) => [
    { at: requestedAt, change: 1 },
    { at, change: -1 },
  ]);
  turns.sort((one, other) => one.at - other.at || one.change - other.change);
  let open = 0;
  let most = 0;
  for (const { change } of turns) {
    open += change;
    most = Math.max(most, open);
  }
  return most;
}
