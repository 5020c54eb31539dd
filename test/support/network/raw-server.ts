import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';

/** A server that sends bytes unchanged, so that it can break every rule of HTTP. */
export interface RawServer {
  readonly origin: string;
  /** The head of each request, as received. */
  readonly requests: string[];
  /** Returns the number of connections, whether or not there were requests over them. */
  connections(): number;
  close(): Promise<void>;
}

export type RawResponse = (socket: Socket, head: string, count: number) => void;

/** Starts a server that responds to each request with `answer`; `count` is the number of earlier requests. */
export async function startRawServer(response: RawResponse): Promise<RawServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    let received = '';
    socket.on('data', (bytes) => {
      received += bytes.toString('latin1');
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.slice(0, end);
      received = received.slice(end + 4);
      requests.push(head);
      response(socket, head, requests.length - 1);
    });
  });
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Returns an HTTP response; without a length the connection has to be closed. */
export function http(status: number, body: string | Buffer = '', headers: readonly string[] = []): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`HTTP/1.1 ${status} Some Reason`, `Content-Length: ${bytes.length}`, ...headers, '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n'), 'latin1'), bytes]);
}

/** Resolves to a port on which nothing listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Resolves to a port on which no connection is ever established, as behind a firewall that drops packets: a stopped
 * process listens there and its queue is full. `release` frees it.
 */
export async function silentPort(): Promise<{ readonly port: number; release(): void }> {
  const listener = spawn(process.execPath, [
    '-e',
    "const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))",
  ]);
  const [line] = (await once(listener.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  listener.kill('SIGSTOP');
  const fillers: Socket[] = [];
  for (let full = false; !full && fillers.length < 16; ) {
    const filler = connect(port, '127.0.0.1');
    filler.on('error', () => {});
    fillers.push(filler);
    await Promise.race([once(filler, 'connect'), wait(300)]);
    // If this process was delayed, the timer fires first although the connection has been established too.
    await nextTurn();
    full = filler.connecting;
  }
  return {
    port,
    release: () => {
      for (const filler of fillers) filler.destroy();
      listener.kill('SIGKILL');
    },
  };
}
