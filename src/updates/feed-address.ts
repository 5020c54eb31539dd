import { isLoopback } from '../octoeverywhere/origin.ts';

/**
 * The address of the releases instead of GitHub: `OCTOGLANCE_UPDATES`, for tests. Only loopback addresses are accepted,
 * since whoever controls this decides which program runs here next. Null for GitHub; invalid values count as unset.
 */
export function readFeedAddress(environment: NodeJS.ProcessEnv): URL | null {
  const text = environment['OCTOGLANCE_UPDATES'] ?? '';
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  return isLoopback(address) ? address : null;
}
