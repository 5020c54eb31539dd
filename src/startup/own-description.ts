import { closeSync, constants, fstatSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import { isatty } from 'node:tty';

/**
 * Opens stdout (1) or stderr (2) again, without waiting for a reader that doesn't read. Whether writing waits is stored
 * with what was opened, which all programs with the same terminal or pipe share: every one of them can change it, Node
 * does so at its start and its end, and others fail with EAGAIN. Returns null where that isn't possible or useful:
 * other systems than Linux, files, sockets, a pipe of another user.
 */
function openApart(stream: 1 | 2): number | null {
  if (process.platform !== 'linux') return null;
  try {
    if (!fstatSync(stream).isFIFO() && !isatty(stream)) return null;
    return openSync(`/proc/self/fd/${stream}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return null;
  }
}

/** Runs `write` with a descriptor for the stream, one of this process alone if possible. */
export function withOwn<Result>(stream: 1 | 2, write: (descriptor: number) => Result): Result {
  const own = openApart(stream);
  try {
    return write(own ?? stream);
  } finally {
    if (own !== null) closeSync(own);
  }
}

/** Makes `process.stdout` and `process.stderr` use descriptors of their own where they are pipes. Must come first. */
export function usePipesOfOurOwn(): void {
  for (const [name, stream] of [
    ['stdout', 1],
    ['stderr', 2],
  ] as const) {
    if (isatty(stream)) continue;
    const own = openApart(stream);
    if (own === null) continue;
    const socket = new Socket({ fd: own, readable: false, writable: true });
    // Like Node's own, it doesn't keep the process running.
    socket.unref();
    Object.defineProperty(process, name, { value: socket, configurable: true, enumerable: true });
  }
}
