import type { Socket } from 'node:net';
import type { WatchedAs } from './exchange.ts';

/** One that watches the status. */
export interface Watching {
  /** Writes what changed, and what could not be written before. */
  readonly show: () => void;
  readonly end: () => void;
}

/** Writes the present state, and from then on what changes; `write` returns whether it took the line. */
export type BeginWatching = (as: WatchedAs, write: (line: string) => boolean) => Watching;

/** What may wait for a slow reader, in bytes; what changes meanwhile is written once it has caught up. */
const mostWaiting = 256 * 1024;

/** Tells the one behind `socket` each change until it goes. */
export function letWatch(socket: Socket, as: WatchedAs, begin: BeginWatching): void {
  // Nothing may change for days.
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
