import type { Instant } from '../../src/domain/time.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatMinutes, formatTime } from '../format.ts';
import { messages } from '../messages.ts';

/** "since 14:05 (3 h 12 min)" */
export function Since({ at }: { at: Instant }) {
  const { since } = messages.value.list;
  return (
    <span class="since">
      <LiveTime format={(now) => since(formatTime(at, now))} />{' '}
      <LiveTime format={(now) => `(${formatMinutes(now - at)})`} />
    </span>
  );
}
