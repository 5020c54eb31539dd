import { connect } from 'node:net';
import { type Asked, askPatience, longestAnswer, question } from './exchange.ts';

/** Asks the app that answers at `place`. Never rejects; resolves within `askPatience`. */
export function askStatus(place: string): Promise<Asked> {
  return new Promise((resolve) => {
    const socket = connect(place);
    let text = '';
    const end = (asked: Asked) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(asked);
    };
    const timer = setTimeout(() => end({ got: 'silence' }), askPatience);
    let met = false;
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
    socket.on('error', () => end({ got: met ? 'silence' : 'nobody' }));
  });
}
