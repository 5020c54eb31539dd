import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { newPrinter, type Printer } from '../../../src/domain/printer.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { openPrinterStore } from '../../../src/storage/printer-store.ts';
import type { SaveResult } from '../../../src/storage/storage-notice.ts';
import { processorTime } from '../../support/processor-time.ts';
import { filesIn, noon, profileFolder, stamp } from '../../support/storage/profile-folder.ts';

const isRoot = process.geteuid?.() === 0;
const NOBODY = 65_534;

function printer(number: number, name = 'Voron'): Printer {
  return newPrinter(`7f3b0a52-6d0c-4f7e-9a51-${String(number).padStart(12, '0')}`, name, number);
}

function open(folder: string) {
  return openPrinterStore({ folder, now: () => noon, debounce: 5 });
}

/** Mounts a separate file system of this many bytes; false where this computer does not allow it. */
function mounted(bytes: number): string | false {
  if (!isRoot || process.platform !== 'linux') return false;
  const folder = join(tmpdir(), `octoglance-full-disk-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return false;
  }
}

describe('a full disk', () => {
  const folder = mounted(32_768);

  it.skipIf(folder === false)(
    'keeps the old file intact, reports it, and writes the change once there is space',
    async () => {
      const disk = folder as string;
      onTestFinished(() => {
        execFileSync('umount', [disk]);
        rmSync(disk, { recursive: true, force: true });
      });
      const store = open(disk);
      expect(await store.save([printer(1)])).toEqual({ ok: true });
      writeFileSync(join(disk, 'ballast'), Buffer.alloc(8_192));

      const many = Array.from({ length: 200 }, (_, index) => printer(index));
      const result = await store.save(many);
      expect(result.ok).toBe(false);
      expect(!result.ok && result.notice.say(messagesFor('en')).text).toContain('The disk is full.');
      expect(store.value()).toEqual(many);
      expect(open(disk).value()).toEqual([printer(1)]);
      expect(open(disk).notices).toEqual([]);
      expect(filesIn(disk)).toEqual(['ballast', 'printers.json']);

      rmSync(join(disk, 'ballast'));
      execFileSync('mount', ['-o', 'remount,size=262144', disk]);
      expect(await store.flush()).toEqual({ ok: true });
      expect(open(disk).value()).toEqual(many);
    },
  );
});

describe('a read-only profile', () => {
  afterEach(() => {
    if (isRoot) process.seteuid?.(0);
  });

  /** Root may write everywhere, so a test that runs as root continues as `nobody`. */
  function becomeOrdinary() {
    if (isRoot) process.seteuid?.(NOBODY);
  }

  it('is retried until it is on disk, and each attempt is reported', async () => {
    const folder = profileFolder();
    const outcomes: string[] = [];
    const store = openPrinterStore({
      folder,
      now: () => noon,
      debounce: 5,
      retryAfter: 20,
      report: (kind, result) => outcomes.push(`${kind} ${result.ok ? 'saved' : result.code}`),
    });
    chmodSync(folder, 0o555);
    becomeOrdinary();
    expect((await store.save([printer(1)])).ok).toBe(false);
    await vi.waitUntil(() => outcomes.length > 3, 20_000);
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o777);
    await vi.waitUntil(() => outcomes.at(-1) === 'printers saved', 20_000);
    const attempts = outcomes.length;
    expect(new Set(outcomes.slice(0, -1))).toEqual(new Set(['printers EACCES']));
    expect(open(folder).value()).toEqual([printer(1)]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(outcomes).toHaveLength(attempts);
  });

  it('is reported at once, without throwing', async () => {
    const folder = profileFolder();
    expect(await open(folder).save([printer(1)])).toEqual({ ok: true });
    chmodSync(join(folder, 'printers.json'), 0o644);
    chmodSync(folder, 0o555);
    becomeOrdinary();
    const store = open(folder);
    const results: SaveResult[] = [];
    const taken = await processorTime(async () => {
      results.push(await store.save([printer(2)]));
    });
    // electron-store would retry for a second without a pause.
    expect(taken).toBeLessThan(900);
    const [result] = results;
    expect(result?.ok === false && result.notice.say(messagesFor('en')).text).toContain('read-only');
    expect(open(folder).value()).toEqual([printer(1)]);
  });

  it('keeps a broken file unchanged', async () => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'printers.json'), 'broken');
    chmodSync(folder, 0o555);
    becomeOrdinary();
    const store = open(folder);
    expect(store.notices[0]?.id).toContain('left-alone');
    const result = await store.save([printer(1)]);
    expect(!result.ok && result.notice.id).toContain('left-alone');
    expect(filesIn(folder)).toEqual(['printers.json']);
    expect(readFileSync(join(folder, 'printers.json'), 'utf8')).toBe('broken');
  });
});

describe('an unreadable file', () => {
  it('is quarantined', async () => {
    const folder = profileFolder();
    writeFileSync(join(folder, 'printers.json'), 'closed', { mode: 0o000 });
    chmodSync(folder, 0o777);
    if (isRoot) process.seteuid?.(NOBODY);
    const store = open(folder);
    if (isRoot) process.seteuid?.(0);
    expect(store.notices[0]?.say(messagesFor('en')).smallPrint).toContain('EACCES');
    expect(filesIn(folder)).toEqual([`printers.json.broken-${stamp}`]);
  });
});
