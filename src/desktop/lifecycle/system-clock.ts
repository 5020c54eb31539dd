import { uptime } from 'node:os';
import type { Milliseconds, SleepAwareClock } from '../../domain/time.ts';

/**
 * This computer's clocks. `performance.now()` is `CLOCK_MONOTONIC` on Linux, which stands still during sleep.
 * `uptime()` is `CLOCK_BOOTTIME` there, `GetTickCount64` on Windows and the time since `kern.boottime` on macOS, all of
 * which include sleep and do not follow a clock that is set (libuv, `uv_uptime`).
 */
export const systemClock: SleepAwareClock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sinceBoot: () => sinceBoot(uptime),
};

/** Returns the milliseconds since the computer started; if the system does not tell, running time. */
export function sinceBoot(seconds: () => number): Milliseconds {
  try {
    return seconds() * 1_000;
  } catch {
    return performance.now();
  }
}
