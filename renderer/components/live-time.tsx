import type { Instant } from '../../src/domain/time.ts';
import { now, slowNow } from '../state/clock.ts';

/** Text that changes with time: redrawn every second, or every 15 s if it counts minutes. */
export function LiveTime({
  format,
  every = 'minutes',
}: {
  format: (now: Instant) => string;
  every?: 'seconds' | 'minutes';
}) {
  return <span class="live-time">{format(every === 'seconds' ? now.value : slowNow.value)}</span>;
}
