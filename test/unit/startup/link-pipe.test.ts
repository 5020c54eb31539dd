import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** Takes the link in a process of its own, whose descriptor 3 is `given`; resolves to what it printed, null if it hung. */
function taken(given: number | 'pipe' | Socket, write?: string, age = 0): Promise<string | null> {
  const script = `
    const { runnerImport } = await import('vite');
    const { takeLinkFromPipe } = (await runnerImport('./src/startup/link-pipe.ts', { configFile: false })).module;
    const link = takeLinkFromPipe(process.env);
    if (link === null) (await import('node:fs')).fstatSync(3);
    process.stdout.write(JSON.stringify(link));`;
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: resolve('.'),
      stdio: ['ignore', 'pipe', 'inherit', given],
      env: { ...process.env, OCTOGLANCE_LINK_PIPE: `3:${Date.now() - age}` },
    });
    const pipe = given === 'pipe' ? child.stdio[3] : null;
    pipe?.on('error', () => {});
    if (write !== undefined && pipe && 'end' in pipe) pipe.end(write);
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    let printed = '';
    child.stdout?.on('data', (text) => {
      printed += text;
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      settle(code === 0 ? printed : null);
    });
  });
}

it.runIf(process.platform !== 'win32')('takes the link that the app left in its own pipe', async () => {
  expect(await taken('pipe', 'octoglance://connected?state=a')).toBe('"octoglance://connected?state=a"');
});

it.runIf(process.platform !== 'win32')('does not wait for an inherited pipe whose writer stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  // Open for reading and writing, so that its end never comes.
  expect(await taken(openSync(path, 'r+'))).toBe('null');
});

it.runIf(process.platform === 'linux')('neither reads nor closes a socket of somebody else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const place of [{ path: join(folder, 'socket') }, { port: 0, host: '127.0.0.1' }]) {
    const server = createServer();
    onTestFinished(() => void server.close());
    server.listen(place);
    await once(server, 'listening');
    const address = server.address();
    const writing = address !== null && typeof address === 'object' ? connect(address.port) : connect(address ?? '');
    const [accepted]: Socket[] = await once(server, 'connection');
    for (const socket of [writing, accepted]) socket?.on('error', () => {});
    writing.end('octoglance://connected?state=a');
    expect(await taken(accepted ?? 'pipe')).toBe('null');
  }
});

it.runIf(process.platform === 'linux')('believes no variable that was inherited long after its start', async () => {
  expect(await taken('pipe', 'octoglance://connected?state=a', 3_600_000)).toBe('null');
});
