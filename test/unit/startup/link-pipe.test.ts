import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** Takes the link in a process of its own, whose descriptor 3 is `given`; resolves to what it printed, null if it hung. */
function taken(given: number | 'pipe', write?: string): Promise<string | null> {
  const script = `
    const { runnerImport } = await import('vite');
    const { takeLinkFromPipe } = (await runnerImport('./src/startup/link-pipe.ts', { configFile: false })).module;
    process.stdout.write(JSON.stringify(takeLinkFromPipe(process.env)));`;
  return new Promise((settle) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      cwd: resolve('.'),
      stdio: ['ignore', 'pipe', 'inherit', given],
      env: { ...process.env, OCTOGLANCE_LINK_PIPE: '3' },
    });
    const pipe = child.stdio[3];
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
