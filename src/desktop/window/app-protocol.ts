import { extname } from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';
import type { ContentByPath, PageFiles } from './page-files.ts';

export const appScheme = 'app';
/** The address of the window's page. */
export const appAddress = `${appScheme}://octoglance/index.html`;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/**
 * Serves only the window's own files, and only in the window's session. Not with Electron's newer `handle`: the first
 * window would wait until Node's `fetch` is loaded, for 50 ms and more on a busy computer.
 */
export function serveAppScheme(files: Pick<PageFiles, 'read'>, { protocol: own }: Session): void {
  own.registerBufferProtocol(appScheme, ({ url }, respond) => {
    void files.read().then((contents) => respond(responseFor(contents, url)));
  });
}

function responseFor(contents: ContentByPath, address: string): ProtocolResponse {
  const { host, pathname } = URL.canParse(address) ? new URL(address) : nowhere;
  const data = host === 'octoglance' ? contents.get(pathname) : undefined;
  const type = types[extname(pathname)];
  if (data === undefined || type === undefined) return { statusCode: 404, data: Buffer.from('Not found') };
  return { statusCode: 200, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, data };
}

const nowhere = { host: '', pathname: '' };
