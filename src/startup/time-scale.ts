import type { TimeScale } from '../domain/intervals.ts';

/**
 * Reads `OCTOGLANCE_POLL_SECONDS` (1–3600) and `OCTOGLANCE_GRACE_SECONDS` (0 and up). Both apply only to a loopback
 * origin, so that the real service can't be polled faster. Null means the usual intervals; invalid values count as
 * unset.
 */
export function readTimeScale(environment: NodeJS.ProcessEnv, originIsLoopback: boolean): TimeScale | null {
  if (!originIsLoopback) return null;
  const pollSeconds = readNumber(environment['OCTOGLANCE_POLL_SECONDS']);
  if (pollSeconds === null || pollSeconds < 1 || pollSeconds > 3600) return null;
  const graceSeconds = readNumber(environment['OCTOGLANCE_GRACE_SECONDS']);
  return { pollSeconds, graceSeconds };
}

function readNumber(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && number >= 0 ? number : null;
}
