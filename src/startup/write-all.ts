import { writeSync } from 'node:fs';
import { errorCode } from '../domain/error-code.ts';
import { withOwn } from './own-description.ts';

/** How long to wait for a reader of a message on stderr, in milliseconds: then it goes on without one. */
export const remarkTimeout = 1_000;

/**
 * Writes all of `text` to stdout (1) or stderr (2) synchronously, for a process that is about to exit or to start. A
 * pipe whose reader is gone gets nothing, and one that stays full for `timeout` ms only a part. Returns whether all of
 * it was written. Never throws.
 */
export function writeAll(stream: 1 | 2, text: string, timeout = Number.POSITIVE_INFINITY): boolean {
  return withOwn(stream, (descriptor) => {
    let rest = Buffer.from(text);
    let wroteAt = performance.now();
    while (rest.length > 0) {
      try {
        rest = rest.subarray(writeSync(descriptor, rest));
        wroteAt = performance.now();
      } catch (error) {
        if (errorCode(error) !== 'EAGAIN') return false;
        if (performance.now() - wroteAt > timeout) return false;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
    return true;
  });
}
