import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the part of V8's heap for new objects as small as it begins. V8 reads the flag whenever that part would grow
 * (`NewSpace::Grow`), so it works after the start too.
 */
export function keepNewObjectsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Up to this heap, in bytes, memory is given back as thoroughly as V8 can: it then collects several times, which with
 * thousands of printers would block for 100 ms.
 */
const smallHeap = 16 * 1024 * 1024;

/** V8's options of `gc` (`src/extensions/gc-extension.cc`); an older V8 takes any object for a usual collection. */
const thoroughly = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/**
 * Returns a function that collects all garbage now: V8's own `gc`, which Node makes visible only to contexts created
 * while its flag is set. Where V8 has none, the function does nothing.
 */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect !== 'function') return () => {};
  return () => void (getHeapStatistics().used_heap_size < smallHeap ? collect(thoroughly) : collect());
}
