import type { Instant } from '../../src/domain/time.ts';
import { LiveTime } from '../components/live-time.tsx';
import { formatAgo } from '../format.ts';
import { messages } from '../messages.ts';

/** How old the shown state is if it isn't current; renders nothing for null. */
export function StaleLine({ since }: { since: Instant | null }) {
  return since === null ? null : (
    <p class="stale">
      <span class="confirmed">
        <LiveTime format={(now) => messages.value.printer.lastConfirmed(formatAgo(Math.max(0, now - since)))} />
      </span>
    </p>
  );
}

/** "· confirmed 4 min ago", in a row after the status. */
export function Confirmed({ at }: { at: Instant }) {
  return (
    <span class="confirmed">
      <LiveTime format={(now) => messages.value.printer.confirmed(formatAgo(Math.max(0, now - at)))} />
    </span>
  );
}
