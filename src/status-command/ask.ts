import { connect } from 'node:net';
import { type Asked, longestAnswer } from './exchange.ts';

/** Sends a request to the app listening at `place`. Never rejects; resolves within `timeLimit` (milliseconds). */
export function ask(place: string, question: string, timeLimit: number): Promise<Asked> {
  return new Promise((resolve) => {
    const socket = connect(place);
    let text = '';
    let met = false;
    const end = (asked: Asked) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(asked);
    };
    const timer = setTimeout(() => end({ got: met ? 'silence' : 'nobody' }), timeLimit);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      met = true;
      socket.write(question);
    });
    socket.on('data', (part: string) => {
      text += part;
      if (text.length > longestAnswer) end({ got: 'silence' });
    });
    socket.on('end', () => end(text === '' ? { got: 'silence' } : { got: 'answer', text }));
    // An app that can't accept another connection is still running.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end({ got: met || error.code === 'EAGAIN' ? 'silence' : 'nobody' }),
    );
  });
}
