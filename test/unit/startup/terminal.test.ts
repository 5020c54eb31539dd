import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** Writes to stderr, which is `given`, in a process of its own; resolves to what `writeAll` returned. */
async function written(given: number, timeout: number): Promise<string> {
  const script = `
    const { runnerImport } = await import('vite');
    const { writeAll } = (await runnerImport('./src/startup/terminal.ts', { configFile: false })).module;
    process.stdout.write(String(writeAll(2, 'words', ${timeout})));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: resolve('.'),
    stdio: ['ignore', 'pipe', given],
  });
  let printed = '';
  child.stdout?.on('data', (text) => {
    printed += text;
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await once(child, 'close');
  clearTimeout(limit);
  return printed;
}

it.runIf(process.platform === 'linux')('a message does not wait for a full pipe that nobody reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  // Opened again each time: Node may make the pipe that it was given block, for everyone who shares it.
  const opened = () => openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
  expect(await written(opened(), 300)).toBe('true');
  const pipe = opened();
  try {
    for (;;) writeSync(pipe, 'x'.repeat(1_024));
  } catch {
    for (let room = true; room; ) {
      try {
        writeSync(pipe, 'x');
      } catch {
        room = false;
      }
    }
  }
  expect(await written(opened(), 300)).toBe('false');
});
