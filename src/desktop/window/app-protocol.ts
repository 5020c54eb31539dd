import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

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

/** Serves only the window's own files, from `folder`, and only in the window's session. */
export function serveAppScheme(folder: string, { protocol: own }: Session): void {
  own.handle(appScheme, async (request) => {
    const file = fileFor(folder, request.url);
    const type = file === null ? undefined : types[extname(file)];
    if (file === null || type === undefined) return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(file), {
        headers: { 'content-type': type, 'x-content-type-options': 'nosniff' },
      });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

/** The file for an address, or null if it would be outside the folder. */
export function fileFor(folder: string, address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    return host === 'octoglance' && file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}
