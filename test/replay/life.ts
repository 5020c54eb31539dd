import { seededRandom } from '../../src/demo/seeded-random.ts';
import { inOrder, type TraceEvent } from '../../src/demo/trace.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** A generated scenario. Times are whole seconds; the same seed produces the same scenario. */
export interface Life {
  readonly trace: readonly TraceEvent[];
  readonly printers: readonly string[];
  readonly end: number;
}

/**
 * Generates a plausible scenario of some printers: plugins that reconnect after 11–31 s, doubling up to 180 s; a link
 * renewed every 47 h; evenings without power; restarts of the router and of OctoEverywhere; outages of minutes to
 * hours; a laptop that sleeps at night.
 */
export function plausibleLife(seed: number, printerCount: number, days: number): Life {
  const random = seededRandom(seed);
  const between = (low: number, high: number) => Math.floor(low + random() * (high - low));
  const end = days * day;
  const printers = Array.from({ length: printerCount }, (_, index) => `printer ${index}`);
  const events = printers.map((printer): TraceEvent => ({ at: 0, printer, link: 'up' }));

  for (const printer of printers) {
    const outages = new Outages(end);
    for (let at = between(0, 47 * hour); at < end; at += 47 * hour) outages.add(at, between(11, 31));
    for (let at = between(0, 8 * hour); at < end; at += between(2 * hour, 30 * hour))
      outages.add(at, reconnect(between));
    for (let at = between(0, day); at < end; at += day) {
      if (random() < 0.5) outages.add(at + between(0, 2 * hour), between(2 * hour, 12 * hour));
    }
    // A link flaps for a while.
    for (
      let at = between(day / 2, 3 * day), stop = at + between(0, hour);
      at < Math.min(stop, end);
      at += between(20, 400)
    ) {
      outages.add(at, between(5, 200));
    }
    events.push(...outages.events(printer));
  }
  // All printers drop together: OctoEverywhere restarts.
  const together = between(hour, day);
  for (const printer of printers) {
    events.push({ at: together, printer, link: 'down' }, { at: together + between(11, 31), printer, link: 'up' });
  }
  for (let at = between(0, 2 * day); at < end; at += between(day / 2, 3 * day)) {
    const outage = random() < 0.5 ? between(1, 10) * minute : between(10, 180) * minute;
    const service = random() < 0.3 ? 'timeout' : random() < 0.5 ? 600 : 503;
    events.push({ at, service }, { at: at + outage, service: 'ok' });
  }
  for (let at = between(0, day); at < end; at += between(day / 2, 2 * day)) {
    events.push({ at, network: 'down' }, { at: at + between(20, 10 * minute), network: 'up' });
  }
  for (let at = between(20 * hour, 23 * hour); at < end; at += day) {
    if (random() < 0.7) {
      events.push({ at, computer: 'sleep' }, { at: at + between(5 * minute, 9 * hour), computer: 'wake' });
    }
  }
  events.push({ at: end, end: true });
  return { trace: inOrder(events), printers, end };
}

/** Returns 11–31 s; each failed attempt doubles the wait, up to 180 s. */
function reconnect(between: (low: number, high: number) => number): number {
  let wait = between(11, 31);
  let gone = wait;
  while (between(0, 3) === 0) {
    wait = Math.min(180, wait * 2);
    gone += wait;
  }
  return gone;
}

/** Outages of one printer; overlapping ones are merged. */
class Outages {
  readonly #end: number;
  readonly #losses: { from: number; to: number }[] = [];

  constructor(end: number) {
    this.#end = end;
  }

  add(from: number, length: number): void {
    if (from < this.#end && from > 0) this.#losses.push({ from, to: from + length });
  }

  events(printer: string): TraceEvent[] {
    const merged: { from: number; to: number }[] = [];
    for (const loss of this.#losses.toSorted((one, other) => one.from - other.from)) {
      const last = merged.at(-1);
      if (last !== undefined && loss.from <= last.to + 1) last.to = Math.max(last.to, loss.to);
      else merged.push({ ...loss });
    }
    return merged.flatMap(({ from, to }): TraceEvent[] => [
      { at: from, printer, link: 'down' },
      { at: to, printer, link: 'up' },
    ]);
  }
}
