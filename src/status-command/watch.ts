import { connect } from 'node:net';
import { statusTimeout, type WatchedAs, watchRequests } from './exchange.ts';
import type { WatchEnd } from './watch-and-wait.ts';

/** Where the output goes. */
export interface WatchOutput {
  /** Returns whether there is still a reader; may block. */
  readonly write: (text: string) => boolean;
  /** Whether the reader is gone, as far as that shows without writing. */
  readonly hasLostReader: () => boolean;
}

/** How often to look whether there is still a reader, in milliseconds: the next change may be days away. */
const lookInterval = 4_000;

/**
 * Writes the output of the first app in `places` that responds, until it quits or the reader is gone. Never rejects.
 */
export async function watch(places: readonly string[], as: WatchedAs, output: WatchOutput): Promise<WatchEnd> {
  for (const socketPath of places) {
    const end = await watchAt(socketPath, as, output);
    if (end !== 'not-running') return end;
  }
  return 'not-running';
}

function watchAt(socketPath: string, as: WatchedAs, output: WatchOutput): Promise<WatchEnd> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    let met = false;
    let heard = false;
    let wasLost = false;
    const end = (how: WatchEnd) => {
      clearTimeout(timer);
      clearInterval(looking);
      socket.destroy();
      resolve(how);
    };
    const gone = () => end(heard ? 'stopped' : met ? 'no-response' : 'not-running');
    const timer = setTimeout(gone, statusTimeout);
    const looking = setInterval(() => {
      const isLost = output.hasLostReader();
      // Not the first time: a script may open a named pipe for each line.
      if (isLost && wasLost) end('reader-gone');
      wasLost = isLost;
    }, lookInterval);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      met = true;
      socket.write(watchRequests[as]);
    });
    socket.on('data', (text: string) => {
      heard = true;
      clearTimeout(timer);
      if (!output.write(text)) end('reader-gone');
    });
    socket.on('end', gone);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      met ||= error.code === 'EAGAIN';
      gone();
    });
  });
}
