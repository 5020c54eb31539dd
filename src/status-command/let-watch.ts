import type { Socket } from 'node:net';
import type { WatchedAs } from './exchange.ts';

/** A client that watches the status. */
export interface Watching {
  /** Writes what changed, and what couldn't be written before. */
  readonly show: () => void;
  readonly end: () => void;
}

/** Writes the current state, then every change; `write` returns whether it accepted the line. */
export type BeginWatching = (as: WatchedAs, write: (line: string) => boolean) => Watching;

/** How many bytes may be queued for a slow reader; later changes are written once it has caught up. */
const mostWaiting = 256 * 1024;

/** Sends each change to the client of `socket` until it disconnects. */
export function letWatch(socket: Socket, as: WatchedAs, begin: BeginWatching): void {
  // Days may pass without a change.
  socket.setTimeout(0);
  const write = (line: string) => {
    if (socket.destroyed || socket.writableLength > mostWaiting) return false;
    socket.write(line);
    return true;
  };
  const watching = begin(as, write);
  socket.on('drain', watching.show);
  socket.on('close', watching.end);
}
