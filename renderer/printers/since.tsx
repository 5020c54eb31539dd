import type { Instant } from '../../src/domain/time.ts';
import { Ticking } from '../components/live-time.tsx';
import { clockWords, minutesWords } from '../format.ts';
import { words } from '../words.ts';

/** "since 14:05 (3 h 12 min)" */
export function Since({ at }: { at: Instant }) {
  const { since } = words.value.list;
  return (
    <span class="since">
      <Ticking words={(now) => since(clockWords(at, now))} /> <Ticking words={(now) => `(${minutesWords(now - at)})`} />
    </span>
  );
}
