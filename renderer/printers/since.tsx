import type { Instant } from '../../src/domain/time.ts';
import { LiveTime } from '../components/live-time.tsx';
import { clockWords, minutesWords } from '../format.ts';
import { words } from '../words.ts';

/** "since 14:05 (3 h 12 min)" */
export function Since({ at }: { at: Instant }) {
  const { since } = words.value.list;
  return (
    <span class="since">
      <LiveTime words={(now) => since(clockWords(at, now))} />{' '}
      <LiveTime words={(now) => `(${minutesWords(now - at)})`} />
    </span>
  );
}
