import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { MINUTE, type Milliseconds } from '../domain/time.ts';

export interface TidyHeapParts {
  /** Bytes that JavaScript's heap takes up now, garbage included. */
  readonly used: () => number;
  /** Collects garbage; takes some 10 ms. */
  readonly collect: () => void;
}

/** So much may gather, in bytes: about what comes together in ten minutes of five printers. */
const mostGarbage = 4 * 1024 * 1024;

const lookEvery: Milliseconds = MINUTE;

/**
 * V8 does not collect old garbage before there is far more of it than this app has live data, so that over some days it
 * would take up 20 MB more for nothing. Returns a function that collects when more than 4 MB may have gathered since the
 * last time, to be called now and then.
 */
export function createTidyHeap({ used, collect }: TidyHeapParts): () => void {
  let live: number | null = null;
  return () => {
    if (live !== null && used() - live <= mostGarbage) return;
    collect();
    live = used();
  };
}

/** Keeps the main process's heap tidy from now on, looking once a minute. */
export function keepHeapTidy(): void {
  const tidy = createTidyHeap({ used: () => getHeapStatistics().used_heap_size, collect: collectGarbage });
  setInterval(tidy, lookEvery).unref();
}

/** Only a context that is made with the flag on has the function; it is garbage itself the next time. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  setFlagsFromString('--no-expose-gc');
}
