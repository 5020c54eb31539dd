import type { TraceEvent } from '../../src/demo/trace.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Where chance comes from; `between` gives whole numbers, the upper end left out. */
export interface Chance {
  random(): number;
  between(low: number, high: number): number;
}

/**
 * Answers that are not about the link: connections that are refused once or for days, by themselves or all at once; Supporter
 * Perks that lapse for the whole account; plugins that are too old. They overlap each other and everything else.
 */
export function oddAnswers(printers: readonly string[], end: number, { random, between }: Chance): TraceEvent[] {
  const events: TraceEvent[] = [];
  const answer = (those: readonly string[], at: number, length: number, status: number) => {
    for (const printer of those) events.push({ at, printer, answer: status });
    for (const printer of those) events.push({ at: at + length, printer, answer: 200 });
  };
  const refusal = () => [603, 604, 606][between(0, 3)] ?? 603;
  const every = (least: number, most: number, happen: (at: number) => void) => {
    for (let at = between(0, most); at < end; at += between(least, most)) happen(at);
  };
  for (const printer of printers) {
    every(day, 8 * day, (at) => answer([printer], at, between(1, 50), refusal()));
    every(6 * day, 30 * day, (at) => answer([printer], at, between(2 * hour, 3 * day), refusal()));
    every(10 * day, 60 * day, (at) => answer([printer], at, between(hour, 20 * hour), 610));
    every(20 * day, 90 * day, (at) => answer([printer], at, between(hour, 2 * day), 605));
  }
  every(3 * day, 15 * day, (at) => answer(printers, at, between(2 * minute, 8 * minute), refusal()));
  every(10 * day, 60 * day, (at) => answer(printers, at, between(hour, 26 * hour), refusal()));
  every(10 * day, 40 * day, (at) => answer(printers, at, between(2 * hour, 3 * day), 605));
  // All of these at once: an account in trouble while links, service and network have theirs.
  every(8 * day, 30 * day, (at) => {
    answer(printers, at, between(hour, 10 * hour), random() < 0.5 ? 605 : refusal());
    for (const printer of printers) {
      if (random() < 0.5) answer([printer], at + between(0, 2 * hour), between(minute, 5 * hour), refusal());
      const lost = at + between(0, hour);
      events.push({ at: lost, printer, link: 'down' }, { at: lost + between(20, 3 * hour), printer, link: 'up' });
    }
    const trouble = at + between(0, 3 * hour);
    events.push({ at: trouble, service: 503 }, { at: trouble + between(minute, hour), service: 'ok' });
    const cut = at + between(0, 3 * hour);
    events.push({ at: cut, network: 'down' }, { at: cut + between(20, 20 * minute), network: 'up' });
  });
  return events;
}
