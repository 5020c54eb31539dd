import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Keeps the part of V8's heap for new objects as small as it begins. V8 reads the flag whenever that part would grow
 * (`NewSpace::Grow`), so it works after the start too.
 */
export function keepNewObjectsSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

/**
 * Returns a function that collects all garbage now: V8's own `gc`, which Node makes visible only to contexts created
 * while its flag is set. Where V8 has none, the function does nothing.
 */
export function collector(): () => void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('typeof gc === "function" ? gc : null');
  setFlagsFromString('--no-expose-gc');
  return typeof collect === 'function' ? () => void collect() : () => {};
}
