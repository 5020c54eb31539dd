import { type Context, day, hour } from '../context.ts';
import { busiest } from './damping.ts';

/**
 * On average over a day 61 an hour, or that much more than its rhythm for who is asked oftener; and never more than this many
 * times the rhythm in an hour. While the system says "offline", one printer is asked every 60 s whatever the rhythm, and once
 * more when it says so no longer.
 */
const most = { average: 61, oftener: 61 / 60, anHour: 2, trials: 61 } as const;

/** How often may be asked: per printer over a day and in any hour, and by all together in any second and at once. */
export function judgeRequests({ truth, heard, verdict }: Context): void {
  const { end, poll } = truth;
  const fastest = Math.min(...[...poll.runs(end)].map(({ value }) => value));
  const rhythm = hour / fastest;
  for (const printer of truth.printers.values()) {
    const asked = (heard.answers.get(printer.name) ?? []).map(({ askedAt }) => askedAt);
    // As if everybody had asked once a minute.
    verdict.requests += (asked.length * fastest) / 60;
    const span = Math.min(day, end);
    const aDay = busiest(asked, span);
    // A life shorter than a day begins and ends with a question.
    const allowed = (Math.max(most.average, rhythm * most.oftener) * span) / hour + (span < day ? 3 : 0);
    if (aDay.count > allowed) {
      verdict.fault('requests', `${printer.name}: ${aDay.count} in the day from ${Math.round(aDay.from)}`);
    }
    const anHour = busiest(asked, hour);
    verdict.most.asked = Math.max(verdict.most.asked, (anHour.count * fastest) / 60);
    const hasTrials = !truth.networkHint.at(anHour.from) || truth.networkHint.next(anHour.from) < anHour.from + hour;
    if (anHour.count > Math.max(most.anHour * rhythm, hasTrials ? most.trials : 0)) {
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

function mostAtOnce({ answers }: Context['heard']): number {
  const turns = [...answers.values()].flat().flatMap(({ askedAt, at }) => [
    { at: askedAt, change: 1 },
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
