import type { Milliseconds } from '../domain/time.ts';
import type { MonitorPorts } from './ports.ts';

/** A timer that is one at most: setting it takes the place of what was set before. */
export function oneTimer(): MonitorPorts['timer'] {
  let timer: NodeJS.Timeout | undefined;
  return {
    set: (delay: Milliseconds, due: () => void) => {
      clearTimeout(timer);
      timer = setTimeout(due, delay);
    },
    clear: () => clearTimeout(timer),
  };
}
