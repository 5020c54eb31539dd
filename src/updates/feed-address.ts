import { isLoopback } from '../octoeverywhere/origin.ts';

/**
 * Where releases are looked for in place of GitHub: `OCTOGLANCE_UPDATES`, for tests. It counts only with a loopback address,
 * since whoever decides it decides which program runs here next. Null for GitHub; nonsense is the same as not set.
 */
export function readFeedAddress(environment: NodeJS.ProcessEnv): URL | null {
  const text = environment['OCTOGLANCE_UPDATES'] ?? '';
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return isLoopback(address) ? address : null;
}
