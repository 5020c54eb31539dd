import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { resolveConfig } from 'electron-vite';
import { build } from 'vite';

/** @type {Record<string, string>} */
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the window as the app does, into a folder of its own, and serves it on a free loopback port. */
export async function serveWindow() {
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
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    address: `http://127.0.0.1:${port}/index.html`,
    close: () => {
      server.close();
      return rm(folder, { recursive: true });
    },
  };
}
