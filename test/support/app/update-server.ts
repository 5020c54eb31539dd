import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appImageHead } from './fake-app-image.ts';

/** A release that replaces the old one: it looks like an AppImage for the same processor. */
export const release = Buffer.concat([appImageHead, Buffer.from(`The newer version ${'#'.repeat(200_000)}\n`)]);

interface Feed {
  readonly version: string;
  /** The announced hash; by default that of the release. */
  readonly sha512?: string;
  /** Sent in place of the feed. */
  readonly text?: string;
  /** Redirects to itself endlessly. */
  readonly redirects?: boolean;
  /** Sends something else in place of the release. */
  readonly file?: (response: ServerResponse) => void;
}

/** A real release server on this computer. */
export class UpdateServer {
  feed: Feed = { version: '0.0.1' };
  readonly requested: string[] = [];
  readonly headers: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<UpdateServer> {
    const server = new UpdateServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    this.requested.push(path);
    this.headers.push(...Object.keys(request.headers));
    const name = `octoglance-${this.feed.version}.AppImage`;
    if (path === '/latest-linux.yml' && this.feed.redirects === true) {
      response.writeHead(302, { location: '/latest-linux.yml' }).end();
    } else if (path === '/latest-linux.yml') response.end(this.feed.text ?? this.#yml(name));
    else if (path !== `/${name}`) response.writeHead(404).end();
    else if (this.feed.file === undefined) response.end(release);
    else this.feed.file(response);
  }

  #yml(name: string): string {
    const sha512 = this.feed.sha512 ?? createHash('sha512').update(release).digest('base64');
    return [
      `version: ${this.feed.version}`,
      'files:',
      `  - url: ${name}`,
      `    sha512: ${sha512}`,
      `    size: ${release.length}`,
      `path: ${name}`,
      `sha512: ${sha512}`,
      "releaseDate: '2026-11-01T00:00:00.000Z'",
      '',
    ].join('\n');
  }
}
