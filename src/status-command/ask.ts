import { connect } from 'node:net';
import { longestResponse, type RequestResult } from './exchange.ts';

/** Sends a request to the app listening at `socketPath`. Never rejects; resolves within `timeLimit` (milliseconds). */
export function ask(socketPath: string, request: string, timeLimit: number): Promise<RequestResult> {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    let text = '';
    let met = false;
    const end = (result: RequestResult) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(result);
    };
    // Even if no connection has been noticed: this process itself may have had no turn until now.
    const timer = setTimeout(() => end({ got: 'no-response' }), timeLimit);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      met = true;
      socket.write(request);
    });
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > longestResponse) end({ got: 'no-response' });
    });
    socket.on('end', () => end(text === '' ? { got: 'no-response' } : { got: 'response', text }));
    // An app that can't accept another connection is still running.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end({ got: met || error.code === 'EAGAIN' ? 'no-response' : 'not-running' }),
    );
  });
}
