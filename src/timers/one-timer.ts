import type { Milliseconds, Timer } from '../domain/time.ts';

/** With a longer delay, Node's timers fire at once. */
const longest: Milliseconds = 2 ** 31 - 1;

/** A single-shot timer: setting it replaces the previous one. It is due after 24 days at the latest. */
export function oneTimer(): Timer {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (delay: Milliseconds, due: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(due, Math.min(delay, longest));
    },
    clear: () => clearTimeout(timer),
  };
}
