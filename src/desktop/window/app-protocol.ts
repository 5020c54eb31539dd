import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { type ProtocolResponse, protocol, type Session } from 'electron';

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
 * Serves only the window's own files, from `folder`, and only in the window's session. Not with Electron's newer
 * `handle`: the first window would wait until Node's `fetch` is loaded, for 50 ms and more on a busy computer.
 */
export function serveAppScheme(folder: string, { protocol: own }: Session): void {
  own.registerBufferProtocol(appScheme, ({ url }, respond) => {
    void served(folder, url).then(respond);
  });
}

/** Reads the file for an address. Never rejects. */
async function served(folder: string, address: string): Promise<ProtocolResponse> {
  const file = fileFor(folder, address);
  const type = file === null ? undefined : types[extname(file)];
  if (file === null || type === undefined) return notFound;
  const data = await readFile(file).catch(() => null);
  if (data === null) return notFound;
  return { statusCode: 200, headers: { 'content-type': type, 'x-content-type-options': 'nosniff' }, data };
}

const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.from('Not found') };

/** The file for an address, or null if it would be outside the folder. */
function fileFor(folder: string, address: string): string | null {
  try {
    const { host, pathname } = new URL(address);
    const file = normalize(join(folder, decodeURIComponent(pathname)));
    return host === 'octoglance' && file.startsWith(folder + sep) ? file : null;
  } catch {
    return null;
  }
}
