import type { World } from '../../src/demo/world.ts';
import type { Life } from './life.ts';

/** After a problem the first response may be a whole back-off of 5–10 minutes away. Seconds. */
const longestBackOff = 600;

/** Without problems a printer is checked once a minute, up to 5 % later, with an immediate response. Seconds. */
const longestPause = 70;

/** Seconds from the start; `to` is exclusive. */
interface Segment {
  readonly from: number;
  readonly to: number;
}

/** Returns the times in which all requests succeed: computer awake, network up, service working. */
function untroubled(life: Life, world: World): readonly Segment[] {
  const found: Segment[] = [];
  let from: number | null = null;
  for (const { at } of life.trace) {
    const isWell = world.computer(at) === 'awake' && world.network(at) === 'up' && world.service(at).state === 'ok';
    if (isWell && at < life.end) from ??= at;
    else if (from !== null) {
      found.push({ from, to: at });
      from = null;
    }
  }
  return found;
}

/**
 * Returns a function that tells whether a printer's state at a second has to be known. Each response of OctoEverywhere
 * contains the last two changes of a link, so the state is known if there is at most one change until the next
 * response, whose time follows from the trace alone.
 */
export function knowable(life: Life, world: World, printer: string): (at: number) => boolean {
  const segments = untroubled(life, world);
  const changes = life.trace.flatMap((event) => ('link' in event && event.printer === printer ? [event.at] : []));
  /** Returns by when a response from after `at` has certainly arrived; null when the trace ends before. */
  const answeredBy = (at: number) => {
    for (const { from, to } of segments) {
      const latest = Math.max(from + longestBackOff, at + longestPause);
      if (latest < to) return latest;
    }
    return null;
  };
  return (at) => {
    const answered = answeredBy(at);
    return answered !== null && changes.filter((change) => change > at && change <= answered).length <= 1;
  };
}
