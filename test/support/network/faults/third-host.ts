import { createServer } from 'node:net';
import { listening } from '../raw-server.ts';

/** A host that must not be contacted: it records every byte it receives, in headers and body. */
const received: Buffer[] = [];
let connections = 0;
const server = createServer((socket) => {
  connections += 1;
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    received.push(bytes);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
  });
});
const port = await listening(server);
server.unref();

export const third = {
  origin: `http://127.0.0.1:${port}`,
  port,
  connections: () => connections,
  heard: (text: string) => Buffer.concat(received).toString('latin1').includes(text),
  /** Chromium switches that map every internet host to this one; the servers under test keep their addresses. */
  resolverRules: `--host-resolver-rules=MAP * 127.0.0.1:${port}, EXCLUDE 127.0.0.1`,
};
