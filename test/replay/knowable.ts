import type { World } from '../../src/demo/world.ts';
import type { Life } from './life.ts';

/** After trouble the first answer may be a whole back-off of 5–10 minutes away (API §5). Seconds. */
const longestBackOff = 600;

/** Without trouble a printer is asked once a minute, up to 5 % later, and answers at once. Seconds. */
const longestPause = 70;

/** Seconds from the start; `to` is not part of it. */
interface Segment {
  readonly from: number;
  readonly to: number;
}

/** The times in which every question is asked and answered: computer awake, network up, service well. */
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
 * Whether what a printer did in a second has to be known, as a function of that second. OctoEverywhere tells the last two
 * changes of a link with each answer, so all is known of a moment that has no more than one change between itself and the
 * next answer. When that comes follows from the trace alone.
 */
export function knowable(life: Life, world: World, printer: string): (at: number) => boolean {
  const segments = untroubled(life, world);
  const changes = life.trace.flatMap((event) => ('link' in event && event.printer === printer ? [event.at] : []));
  /** The first moment at which an answer from after `at` is there for certain; null when the life ends before. */
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
