import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { question, type StatusAnswer } from './exchange.ts';

/** How long somebody may take to ask, and then to read, in milliseconds. */
const patience = 5_000;

/**
 * Answers for the status at `place`, to this user alone. The caller holds the profile's single-instance lock, so what
 * lies at `place` already is left from an app that was killed. `failed` hears of a socket that cannot be had: the app runs
 * on without.
 */
export function serveStatus(place: string, answer: () => StatusAnswer, failed: (error: Error) => void): Server {
  const server = createServer((socket) => answerOne(socket, answer));
  server.maxConnections = 16;
  server.on('error', failed);
  const isFile = !place.startsWith('\\\\.\\pipe\\');
  if (isFile) rmSync(place, { force: true });
  server.listen(place, () => {
    if (isFile) chmodSync(place, 0o600);
  });
  return server.unref();
}

function answerOne(socket: Socket, answer: () => StatusAnswer): void {
  let asked = '';
  socket.setTimeout(patience, () => socket.destroy());
  socket.setEncoding('utf8');
  // Whoever asked has gone: nothing is left to do.
  socket.on('error', () => socket.destroy());
  socket.on('data', (part: string) => {
    asked += part;
    if (asked === question) socket.end(`${JSON.stringify(answer())}\n`);
    else if (!question.startsWith(asked)) socket.destroy();
  });
}
