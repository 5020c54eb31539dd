import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Playwright's workers inherit the environment of the process that serves the window. */
const variable = 'OCTOGLANCE_LOOK_SITE';

/** The address of the served window. */
export function siteAddress(): string {
  return process.env[variable] ?? '';
}

/** Builds the window like the app does, and serves it on a free loopback port. Returns a function that stops it. */
export default async function serveWindow(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'octoglance-look-'));
  const { config } = await resolveConfig({}, 'build');
  const renderer = config?.renderer ?? {};
  await build({
    ...renderer,
    configFile: false,
    logLevel: 'warn',
    build: { ...renderer.build, outDir: folder, emptyOutDir: true },
  });
  const server = createServer(async (request, response) => {
    const file = join(folder, normalize(new URL(request.url ?? '/', 'http://localhost').pathname));
    try {
      const content = await readFile(file);
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.env[variable] = `http://127.0.0.1:${port}/index.html`;
  return async () => {
    server.close();
    await rm(folder, { recursive: true });
  };
}
