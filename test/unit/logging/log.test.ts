import { execFileSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../../src/logging/log.ts';

const now = () => Date.UTC(2026, 6, 1, 10, 2, 3, 4);
const token = 'example-token-voron';

function logFolder(): string {
  const profile = mkdtempSync(join(tmpdir(), 'octoglance log '));
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }));
  return join(profile, 'logs');
}

const content = (folder: string) => readFileSync(join(folder, 'octoglance.log'), 'utf8');

describe('the log', () => {
  afterEach(() => vi.restoreAllMocks());

  it('buffers until it is opened, then writes in order, with the UTC time of each event', async () => {
    const folder = logFolder();
    let time = now();
    const log = createLog({ folder, now: () => time });
    log.info('first');
    time += 1_000;
    log.warn('second %s %c 100%%');
    time += 1_000;
    await log.open();
    log.info('third');
    expect(content(folder)).toBe(
      '2026-07-01T10:02:03.004Z INFO  first\n' +
        '2026-07-01T10:02:04.004Z WARN  second %s %c 100%%\n' +
        '2026-07-01T10:02:05.004Z INFO  third\n',
    );
    expect(statSync(join(folder, 'octoglance.log')).mode & 0o777).toBe(0o600);
  });

  it('opens automatically on an error, and writes its stack and causes', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    log.error('It failed', new Error('outer', { cause: new TypeError('inner') }));
    await expect.poll(() => content(folder)).toContain('Caused by: TypeError: inner');
    expect(content(folder)).toMatch(/ERROR It failed\n {4}Error: outer\n {8}at .*log\.test\.ts/);
  });

  it('contains no secret, registered or not, in texts, stacks or causes', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    log.hide(token);
    log.info(`the token is ${token}`);
    log.error('failed', new Error(`with ${token}`, { cause: `and ${encodeURIComponent(token)}` }));
    log.warn('header AppToken: example-unregistered-token');
    await log.open();
    expect(content(folder)).toContain('the token is [redacted]');
    expect(content(folder)).not.toContain('example-');
  });

  it('contains no secret that is split from its name across text and error', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{12,40}$/), fc.boolean(), (value, isTold) => {
        const secret = `example-${value}`;
        if (isTold) log.hide(secret);
        log.warn('AppToken:', new Error(secret));
        log.warn('authBearerToken =', secret);
        log.warn(`AppToken: ${secret}`, new Error(`Authorization: Bearer ${secret}`));
        if (isTold) log.warn(`at first ${secret}`, new TypeError('then', { cause: JSON.stringify({ a: secret }) }));
      }),
      { numRuns: 30 },
    );
    await log.open();
    expect(content(folder)).toContain('Caused by');
    expect(content(folder)).not.toContain('example-');
  });

  it('lets no foreign text start a line of its own or control a terminal', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    log.info('Voron\n2026-07-01T10:02:03.004Z ERROR forged\r\u001b[2J\u202egnp');
    await log.open();
    const lines = content(folder).trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('2026'))).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(content(folder)).not.toMatch(/[\u001b\u202e\r]/);
  });

  it('accepts thrown values that are not errors', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    const hostile = {
      toString: () => {
        throw new Error('no');
      },
    };
    for (const thrown of [null, 5, 'text', {}, hostile, Object.create(null)]) log.error('thrown', thrown);
    await log.open();
    expect(content(folder).match(/ERROR thrown/g)).toHaveLength(6);
  });

  it('keeps the first lines of a flood before it is opened, and counts the rest', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    for (let line = 0; line < 600; line += 1) log.info(`line ${line}`);
    await log.open();
    expect(content(folder)).toContain('line 499\n');
    expect(content(folder)).not.toContain('line 500\n');
    expect(content(folder)).toContain('100 lines before this one were dropped');
  });

  it('rotates the file at 1 MiB and keeps one old one', async () => {
    const folder = logFolder();
    const log = createLog({ folder, now });
    await log.open();
    for (let line = 0; line < 260; line += 1) log.info('x'.repeat(10_000));
    expect(readdirSync(folder).sort()).toEqual(['octoglance.log', 'octoglance.old.log']);
    const sizes = readdirSync(folder).map((file) => statSync(join(folder, file)).size);
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024 + 11_000);
  });

  it('never writes to stdout, and to stderr only if requested', async () => {
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const quiet = createLog({ folder: logFolder(), now });
    quiet.error('quiet');
    await quiet.open();
    expect(stderr).not.toHaveBeenCalled();
    const loud = createLog({ folder: logFolder(), now, stderr: true });
    loud.error(`AppToken: ${token}`);
    await loud.open();
    expect(stderr.mock.calls.map(([text]) => text)).toEqual(['2026-07-01T10:02:03.004Z ERROR AppToken: [redacted]\n']);
    expect(stdout).not.toHaveBeenCalled();
  });

  it.runIf(process.platform === 'linux').each([
    ['a pipe that nobody reads', (file: string) => execFileSync('mkfifo', [file])],
    ['a device', (file: string) => symlinkSync('/dev/full', file)],
    ['a link in a circle', (file: string) => symlinkSync(file, file)],
    ['a folder', (file: string) => mkdirSync(file)],
  ])('does not wait for %s in place of the file, and leaves it unchanged', async (_what, put) => {
    for (const when of ['before', 'while it is open'] as const) {
      const folder = logFolder();
      const file = join(folder, 'octoglance.log');
      mkdirSync(folder);
      const log = createLog({ folder, now });
      if (when === 'before') put(file);
      log.error('first');
      await log.open();
      if (when !== 'before') {
        rmSync(file);
        put(file);
      }
      log.info('second');
      expect(lstatSync(file).isFile()).toBe(false);
      expect(readdirSync(folder)).toEqual(['octoglance.log']);
    }
  });

  it('stays silent if the file cannot be written', async () => {
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const taken = logFolder();
    writeFileSync(taken, 'a file where the folder should be');
    const log = createLog({ folder: taken, now });
    log.error('lost');
    await log.open();
    log.info('lost as well');
    const folder = logFolder();
    mkdirSync(join(folder, 'octoglance.log'), { recursive: true });
    const other = createLog({ folder, now });
    other.error('lost');
    await other.open();
    expect(stdout).not.toHaveBeenCalled();
    expect(stderr).not.toHaveBeenCalled();
  });
});
