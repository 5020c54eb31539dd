import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { listening } from './raw-server.ts';

export interface PluginResponse {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly socket: Socket;
}

/** Starts a server that reads complete requests and responds with `answer`; null if that has already responded. */
export async function startPluginServer(answer: (request: SeenRequest) => PluginResponse | null) {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => {
      body += part;
    });
    request.on('end', () => {
      const { method = '', url: path = '', headers, socket } = request;
      const seen = { method, path, headers, body, socket };
      requests.push(seen);
      const result = answer(seen);
      if (result === null) return;
      response.writeHead(result.status, 'Some Reason', { ...result.headers });
      response.end(result.body ?? '');
    });
  });
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
