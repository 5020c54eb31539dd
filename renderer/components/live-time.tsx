import type { Instant } from '../../src/domain/time.ts';
import { now, slowNow } from '../state/clock.ts';

/** Words that change with the time: redrawn every second, or every 15 s for what is told in minutes. */
export function Ticking({
  words,
  pace = 'minutes',
}: {
  words: (now: Instant) => string;
  pace?: 'seconds' | 'minutes';
}) {
  return <span class="ticking">{words(pace === 'seconds' ? now.value : slowNow.value)}</span>;
}
