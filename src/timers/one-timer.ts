import type { Milliseconds, Timer } from '../domain/time.ts';

/** A single-shot timer: setting it replaces the previous one. */
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
