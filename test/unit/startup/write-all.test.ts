import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

/** Runs a script in a process of its own, whose stderr is `given`; resolves to what it printed. */
async function printedBy(given: number, script: string): Promise<string> {
  const opening = `
    const { runnerImport } = await import('vite');
    const load = async (file) => (await runnerImport('./src/startup/' + file, { configFile: false })).module;
    const { writeAll } = await load('write-all.ts');
    const print = (value) => process.stdout.write(String(value) + ' ');
    const { readFileSync } = await import('node:fs');
    const { spawnSync } = await import('node:child_process');
    // Node makes the streams block that a child process shares.
    const share = () => spawnSync('true', { stdio: ['ignore', 'ignore', 'inherit'] });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', opening + script], {
    cwd: resolve('.'),
    stdio: ['ignore', 'pipe', given],
  });
  let printed = '';
  child.stdout?.on('data', (text) => {
    printed += text;
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), 40_000);
  await once(child, 'close');
  clearTimeout(limit);
  return printed.trim();
}

/** A pipe that nobody reads; every call opens another one, because what is shared decides whether writing waits. */
function unreadPipe(flags: number): () => number {
  const folder = mkdtempSync(join(tmpdir(), 'octoglance-pipe-'));
  const path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
  const open: number[] = [];
  onTestFinished(() => {
    for (const descriptor of open) closeSync(descriptor);
    rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const descriptor = openSync(path, constants.O_RDWR | flags);
    open.push(descriptor);
    return descriptor;
  };
}

function fill(pipe: number): void {
  for (const part of ['x'.repeat(1_024), 'x']) {
    expect(() => {
      for (;;) writeSync(pipe, part);
    }).toThrow('EAGAIN');
  }
}

describe.runIf(process.platform === 'linux')('A pipe that nobody reads', () => {
  it('gets messages until it is full, and then nothing waits for it', async () => {
    const opened = unreadPipe(constants.O_NONBLOCK);
    const write = `print(writeAll(2, 'words', 300));`;
    expect(await printedBy(opened(), write)).toBe('true');
    fill(opened());
    expect(await printedBy(opened(), write)).toBe('false');
  });

  it('blocks nothing, even if another program makes it block again', async () => {
    const opened = unreadPipe(constants.O_NONBLOCK);
    fill(opened());
    const script = `
      (await load('own-description.ts')).usePipesOfOurOwn();
      process.stderr.write('words');
      share();
      console.error('words');
      print('written');
      share();
      print(writeAll(2, 'words', 300));
      process.exit();`;
    expect(await printedBy(opened(), script)).toBe('written false');
  });

  it('is left as it is for the programs that share it', async () => {
    const script = `
      const flags = () => /^flags:.*([0-7])\\d{3}$/m.exec(readFileSync('/proc/self/fdinfo/2', 'utf8'))[1];
      const { usePipesOfOurOwn } = await load('own-description.ts');
      share();
      usePipesOfOurOwn();
      process.stderr.write('words');
      writeAll(2, 'words', 300);
      print(Number(flags()) & 4);`;
    expect(await printedBy(unreadPipe(0)(), script)).toBe('0');
  });
});
