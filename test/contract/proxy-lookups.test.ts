import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outputOf } from '../../src/desktop/network/bounded-command.ts';
import { thisSystem, watchProxies } from '../../src/desktop/network/proxy-watch.ts';
import { mayBlock, readRegularFile } from '../../src/storage/regular-file.ts';

let folder: string;
let path: string | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octoglance-lookups-'));
  path = process.env['PATH'];
  process.env['PATH'] = `${folder}:${path}`;
});
afterEach(async () => {
  process.env['PATH'] = path;
  await rm(folder, { recursive: true, force: true });
});

/** A `gsettings` that comes first in the PATH and records its process id. */
async function gsettings(...lines: readonly string[]): Promise<void> {
  const script = ['#!/bin/bash', `echo $$ >> ${folder}/pids`, ...lines, ''].join('\n');
  await writeFile(join(folder, 'gsettings'), script);
  await chmod(join(folder, 'gsettings'), 0o755);
}

/** Which of the recorded processes still exist, including zombies. */
async function left(): Promise<string[]> {
  const pids = (await readFile(join(folder, 'pids'), 'utf8').catch(() => '')).split('\n').filter((pid) => pid !== '');
  const alive = await Promise.all(
    pids.map((pid) =>
      stat(`/proc/${pid}`).then(
        () => [pid],
        () => [],
      ),
    ),
  );
  return alive.flat();
}

const gnome = { XDG_CURRENT_DESKTOP: 'GNOME' };
const look = (environment: NodeJS.ProcessEnv) =>
  watchProxies(
    () => performance.now(),
    () => ({ ...thisSystem(() => false, environment), platform: 'linux' }),
  )();

/** The result if it comes within ten seconds: the time limits are three seconds, and the computer may be busy. */
async function soon<Value>(work: Promise<Value>): Promise<Value | 'never'> {
  return Promise.race([work, new Promise<'never'>((resolve) => setTimeout(() => resolve('never'), 10_000))]);
}

describe('a gsettings', () => {
  test('that answers is used', async () => {
    await gsettings(`echo "'none'"`);
    expect(await soon(look(gnome))).toBe(true);
    await gsettings(`echo "'manual'"`);
    expect(await soon(look(gnome))).toBe(false);
  });

  test.each([
    ['ignores SIGTERM', ["trap '' TERM INT HUP", 'while true; do sleep 1; done']],
    [
      'has a child that holds its output',
      ["trap '' TERM", `(trap '' TERM; echo $BASHPID >> "$(dirname "$0")/pids"; sleep 600) &`, 'wait'],
    ],
    ['left a child behind', ["(trap '' TERM HUP; sleep 600) &", 'exit 1']],
    ['never stops writing', ["trap '' TERM", 'while true; do echo 0123456789012345678901234567890123456789; done']],
    ['stops itself', ['kill -STOP $$']],
    ['reads from a terminal that is not there', ['read line', "trap '' TERM", 'sleep 600']],
  ])('that %s delays no request, and leaves no process', async (_, lines) => {
    await gsettings(...lines);
    expect(await soon(look(gnome))).toBe(false);
    await expect.poll(left, { timeout: 10_000 }).toEqual([]);
  });

  test('that ended normally is used even if a child holds its output', async () => {
    await gsettings(`echo "'none'"`, "(trap '' TERM; sleep 600) &", 'exit 0');
    expect(await soon(look(gnome))).toBe(true);
  });

  test('may be missing', async () => {
    process.env['PATH'] = folder;
    await expect(outputOf('gsettings', [])).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await soon(look({ XDG_CURRENT_DESKTOP: 'XFCE' }))).toBe(true);
  });
});

describe('a kioslaverc', () => {
  const kde = () => ({ XDG_CURRENT_DESKTOP: 'KDE', XDG_CONFIG_HOME: folder });
  const file = () => join(folder, 'kioslaverc');

  test('that is a FIFO delays no request, and blocks none of Node’s file threads', async () => {
    await promisify(execFile)('mkfifo', [file()]);
    expect(mayBlock(file())).toBe(true);
    for (let looked = 0; looked < 12; looked += 1) expect(await soon(look(kde()))).toBe(false);
    expect(await soon(readFile(import.meta.filename, 'utf8'))).toContain('FIFO');
  });

  test.each([
    ['a device', '/dev/zero'],
    ['a terminal', '/dev/ptmx'],
  ])('that links to %s is not read', async (_, device) => {
    await promisify(execFile)('ln', ['-s', device, file()]);
    expect(await soon(look(kde()))).toBe(false);
  });

  test('that is a folder, or huge, is not read', async () => {
    await mkdir(file());
    expect(mayBlock(file())).toBe(false);
    expect(await soon(look(kde()))).toBe(false);
    await rm(file(), { recursive: true });
    await writeFile(file(), Buffer.alloc(3 * 1024 * 1024, 10));
    await expect(readRegularFile(file())).rejects.toThrow();
  });

  test('that is a file, or missing, works as usual', async () => {
    expect(await soon(look(kde()))).toBe(true);
    await writeFile(file(), '[Proxy Settings]\nProxyType=0\n');
    expect([mayBlock(file()), await soon(look(kde()))]).toEqual([false, true]);
    await writeFile(file(), '[Proxy Settings]\nProxyType=1\n');
    expect(await soon(look(kde()))).toBe(false);
  });
});

test('a lookup that never returns is not shared with others, and a later one is used again', async () => {
  let now = 0;
  let requestCount = 0;
  let release: (output: string) => void = () => {};
  const held = new Promise<string>((resolve) => {
    release = resolve;
  });
  const place = () => ({
    ...thisSystem(() => false, gnome),
    platform: 'linux' as const,
    askGnome: () => {
      requestCount += 1;
      return requestCount === 1 ? held : Promise.resolve("'none'\n");
    },
  });
  const either = watchProxies(() => now, place);
  expect(await soon(either())).toBe(false);
  now += 3_600_000;
  expect([await soon(either()), requestCount]).toEqual([false, 1]);
  release("'none'\n");
  await held;
  await new Promise((resolve) => setImmediate(resolve));
  expect([await soon(either()), requestCount]).toEqual([true, 2]);
});
