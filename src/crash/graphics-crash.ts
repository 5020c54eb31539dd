import { type Instant, MINUTE } from '../domain/time.ts';
import { mayRestart } from './error-policy.ts';

/** Two crashes of Chromium's graphics process within this time have the same cause. */
export const graphicsPause = 10 * MINUTE;

/**
 * What is done when the graphics process has crashed at `at`, and before that at `previousAt` (null for never). Chromium
 * starts it again, but ends the whole app with the third crash within minutes (seen on Electron 33), so that the app restarts
 * itself with the second.
 */
export function afterGraphicsCrash(
  previousAt: Instant | null,
  at: Instant,
  restartedAt: Instant | null,
): 'nothing' | 'restart' {
  const again = previousAt !== null && Math.abs(at - previousAt) < graphicsPause;
  return again && mayRestart(restartedAt, at) ? 'restart' : 'nothing';
}
