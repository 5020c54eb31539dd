import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';

/**
 * Starts a process that says on stderr, whenever it is asked, whether the reader of its stdout is gone; with `pipedTo`,
 * a shell command, that reads it.
 */
function started(stdout: number | 'pipe', pipedTo: string | null = null) {
  const script = `
    const { runnerImport } = await import('vite');
    const { readerCheck } = (await runnerImport('./src/startup/reader.ts', { configFile: false })).module;
    const isLost = readerCheck(1);
    process.stdin.on('data', () => process.stderr.write(String(isLost())));`;
  const shell = pipedTo === null ? 'exec "$0" "$@"' : `"$0" "$@" | ${pipedTo}`;
  const child = spawn('bash', ['-c', shell, process.execPath, '--input-type=module', '-e', script], {
    cwd: resolve('.'),
    stdio: ['pipe', stdout, 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ask = async () => {
    child.stdin?.write('?');
    const [said] = await once(child.stderr as Readable, 'data');
    return String(said);
  };
  return { child, ask };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'octoglance-reader-'));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe.skipIf(process.platform === 'win32')('A process learns without writing', () => {
  it('that the reader of its pipe is gone, even if it has passed it on', async () => {
    // The first one passes the pipe on to another, and ends. Each waits for a word of its own.
    const words = join(folder(), 'words');
    execFileSync('mkfifo', [words]);
    const second = `bash -c 'read -r <&3' <&4 &`;
    const { ask } = started('pipe', `{ exec 3<>'${words}' 4<&0; read -r <&3; ${second} }`);
    expect(await ask()).toBe('false');
    writeFileSync(words, 'next\n');
    expect(await ask()).toBe('false');
    writeFileSync(words, 'end\n');
    while ((await ask()) === 'false') await setTimeout(50);
  }, 40_000);

  it('that the reader of its named pipe is gone, or there again', async () => {
    const path = join(folder(), 'pipe');
    execFileSync('mkfifo', [path]);
    const read = () => openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    let reader = read();
    const writer = openSync(path, constants.O_WRONLY);
    const { ask } = started(writer);
    expect(await ask()).toBe('false');
    closeSync(reader);
    expect(await ask()).toBe('true');
    reader = read();
    expect(await ask()).toBe('false');
    closeSync(reader);
    closeSync(writer);
  }, 40_000);

  it('that the reader of its socket is gone, as which Node opens pipes', async () => {
    const { child, ask } = started('pipe');
    expect(await ask()).toBe('false');
    child.stdout?.destroy();
    expect(await ask()).toBe('true');
  }, 40_000);

  it('nothing about a file or a device', async () => {
    for (const path of [join(folder(), 'file'), '/dev/null']) {
      const file = openSync(path, 'w');
      expect(await started(file).ask()).toBe('false');
      closeSync(file);
    }
  }, 40_000);
});
