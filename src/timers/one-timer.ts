import type { Milliseconds, Timer } from '../domain/time.ts';

/** A timer that is one at most: setting it takes the place of what was set before. */
export function oneTimer(): Timer {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (delay: Milliseconds, due: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(due, delay);
    },
    clear: () => clearTimeout(timer),
  };
}
