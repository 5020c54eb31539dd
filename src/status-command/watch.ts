import { connect } from 'node:net';
import { statusTimeout, type WatchedAs, watchRequests } from './exchange.ts';
import type { WatchEnd } from './watch-and-wait.ts';

/**
 * Writes the output of the first app in `places` that responds, until it quits or the reader is gone. `write` returns
 * whether there is still a reader, and may block. Never rejects.
 */
export async function watch(
  places: readonly string[],
  as: WatchedAs,
  write: (text: string) => boolean,
): Promise<WatchEnd> {
  for (const socketPath of places) {
    const end = await watchAt(socketPath, as, write);
    if (end !== 'not-running') return end;
  }
  return 'not-running';
}

function watchAt(socketPath: string, as: WatchedAs, write: (text: string) => boolean): Promise<WatchEnd> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    let met = false;
    let heard = false;
    const end = (how: WatchEnd) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(how);
    };
    const gone = () => end(heard ? 'stopped' : met ? 'no-response' : 'not-running');
    const timer = setTimeout(gone, statusTimeout);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      met = true;
      socket.write(watchRequests[as]);
    });
    socket.on('data', (text: string) => {
      heard = true;
      clearTimeout(timer);
      if (!write(text)) end('reader-gone');
    });
    socket.on('end', gone);
    socket.on('error', (error: NodeJS.ErrnoException) => {
      met ||= error.code === 'EAGAIN';
      gone();
    });
  });
}
