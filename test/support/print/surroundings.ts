import type { Instant } from '../../../src/domain/time.ts';
import { unknownPoll } from '../../../src/monitor/print-beside-poll.ts';
import type { InfoLanes } from '../../../src/monitor/print-lanes.ts';
import type { PrintSurroundings } from '../../../src/monitor/print-surroundings.ts';

/** Returns printers that are always connected and watched; running time begins at `start`. */
export function onlinePrinters(ids: readonly string[], info: InfoLanes, start: Instant): PrintSurroundings {
  return {
    member: (id) =>
      ids.includes(id)
        ? { connection: 'one', isWatched: true, infoRetryWait: null, connectionPoll: unknownPoll }
        : null,
    touched: new Set(),
    all: () => ids,
    isWindowOpen: false,
    info,
    elapsedAt: (at) => at - start,
  };
}
