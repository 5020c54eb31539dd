import type { Instant } from '../../src/domain/time.ts';
import { minutesWords } from '../format.ts';
import { Ticking } from '../parts/ticking.tsx';
import { words } from '../words/words.ts';

/** How old the shown state is when nothing newer came; nothing with null. */
export function StaleLine({ since }: { since: Instant | null }) {
  return since === null ? null : (
    <p class="stale">
      <Ticking words={(now) => words.value.printer.lastKnownAge(minutesWords(now - since))} />
    </p>
  );
}
