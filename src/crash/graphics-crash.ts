import { type Instant, MINUTE } from '../domain/time.ts';
import { mayRestart } from './error-policy.ts';

/** Two crashes of Chromium's graphics process within this time have the same cause. */
export const graphicsPause = 10 * MINUTE;

/**
 * What to do when the graphics process crashes at `at`, after a crash at `previousAt` (null for never). Chromium
 * restarts the process, but ends the whole app on the third crash within minutes (seen on Electron 33), so the app
 * restarts itself on the second.
 */
export function afterGraphicsCrash(
  previousAt: Instant | null,
  at: Instant,
  restartedAt: Instant | null,
): 'nothing' | 'restart' {
  const again = previousAt !== null && Math.abs(at - previousAt) < graphicsPause;
  return again && mayRestart(restartedAt, at) ? 'restart' : 'nothing';
}
