import type { PollOutcome } from '../../../src/domain/outcome.ts';
import { hours, link, monitored, seconds } from './world.ts';

export const online = link(true, -hours(1), null);
export const silence: PollOutcome = {
  kind: 'no-answer',
  problem: { type: 'network', cause: 'timeout' },
};
const clientTimeout = seconds(15);

/** Simulates hundreds of printers, some prompt and some hanging, as `hangs` decides for each request. */
export function crowd(options: {
  readonly hanging: number;
  readonly healthy: number;
  readonly pollSeconds: number;
  readonly latency?: number;
  readonly hangs?: (printer: string, at: number) => boolean;
  readonly random?: () => number;
}) {
  const hangs = options.hangs ?? ((printer) => printer.startsWith('hung'));
  const latency = options.latency ?? 200;
  const responses = new Map<number, PollOutcome>();
  const world = monitored({
    settings: { pollSeconds: options.pollSeconds },
    random: options.random ?? (() => 0.5),
    latency: (printer, at) => {
      const hung = hangs(printer, at);
      const after = hung ? clientTimeout : latency;
      responses.set(at + after, hung ? silence : online);
      return after;
    },
    answer: (_printer, at) => responses.get(at) ?? online,
  });
  const names = (kind: string, count: number) => Array.from({ length: count }, (_, index) => `${kind} ${index}`);
  const healthy = names('well', options.healthy);
  // The worst place in the queue: behind all hanging printers.
  world.add(...names('hung', options.hanging), ...healthy);
  world.monitor.start();
  return { ...world, healthy };
}

/** Returns the longest time between two requests for a printer from `from` to `to`, including the edges, ms. */
export function longestPause(requestTimes: readonly number[], from: number, to: number): number {
  const moments = [from, ...requestTimes.filter((at) => at >= from && at <= to), to];
  return Math.max(...moments.slice(1).map((at, index) => at - (moments[index] ?? 0)));
}

/** Returns the maximum number of requests within any `window` ms after `from`. */
export function mostIn(requestTimes: readonly { at: number }[], window: number, from: number): number {
  const moments = requestTimes.map(({ at }) => at).filter((at) => at >= from);
  let first = 0;
  let most = 0;
  moments.forEach((at, index) => {
    while (at - (moments[first] ?? 0) > window) first += 1;
    most = Math.max(most, index - first + 1);
  });
  return most;
}
