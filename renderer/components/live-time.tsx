import type { Instant } from '../../src/domain/time.ts';
import { now, slowNow } from '../state/clock.ts';

/** Text that changes with time: redrawn every second, or every 15 s if it counts minutes. */
export function Ticking({
  words,
  pace = 'minutes',
}: {
  words: (now: Instant) => string;
  pace?: 'seconds' | 'minutes';
}) {
  return <span class="ticking">{words(pace === 'seconds' ? now.value : slowNow.value)}</span>;
}
