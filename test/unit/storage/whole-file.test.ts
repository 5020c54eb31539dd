import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeWholeFile } from '../../../src/storage/whole-file.ts';
import { profileFolder } from '../../support/storage/profile-folder.ts';

const old = 'an older list\n';
const mayMount = (() => {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Mounts a file system of this many bytes. */
function disk(bytes: number): string {
  const folder = profileFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder]);
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
  });
  return folder;
}

describe('a user’s file', () => {
  it('is private when new, and replaced as a whole', async () => {
    const path = join(profileFolder(), 'list.json');
    expect(await writeWholeFile(path, 'new')).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o664);
    expect(await writeWholeFile(path, '')).toEqual({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe('');
    expect(statSync(path).mode & 0o777).toBe(0o664);
  });

  it.skipIf(!mayMount)('stays unchanged on a full disk, at any size', async () => {
    for (const free of [0, 1, 2]) {
      const folder = disk(10 * 4_096);
      const path = join(folder, 'list.json');
      writeFileSync(path, old);
      const ballast = Buffer.alloc((8 - free) * 4_096);
      writeFileSync(join(folder, 'ballast'), ballast);
      const text = 'x'.repeat(20 * 4_096);
      expect(await writeWholeFile(path, text)).toEqual({ ok: false, code: 'ENOSPC' });
      expect(readFileSync(path, 'utf8')).toBe(old);
      expect(readdirSync(folder).sort()).toEqual(['ballast', 'list.json']);
    }
  });

  it.skipIf(!mayMount)('stays unchanged on a read-only file system', async () => {
    const folder = disk(10 * 4_096);
    const path = join(folder, 'list.json');
    writeFileSync(path, old);
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    expect(await writeWholeFile(path, 'new')).toEqual({ ok: false, code: 'EROFS' });
    expect(readFileSync(path, 'utf8')).toBe(old);
  });

  it('that is read-only stays unchanged, even in a writable folder', async () => {
    const path = join(profileFolder(), 'list.json');
    writeFileSync(path, old);
    chmodSync(path, 0o444);
    expect(await writeWholeFile(path, 'new')).toEqual({ ok: false, code: 'EACCES' });
    expect(readFileSync(path, 'utf8')).toBe(old);
  });

  it('behind a symbolic link is replaced, and the link stays', async () => {
    const folder = profileFolder();
    mkdirSync(join(folder, 'elsewhere'));
    const [target, link] = [join(folder, 'elsewhere/real.json'), join(folder, 'link.json')];
    symlinkSync('elsewhere/real.json', link);
    // At first the link is dangling.
    for (const text of ['one', 'two']) {
      expect(await writeWholeFile(link, text)).toEqual({ ok: true });
      expect(lstatSync(link).isSymbolicLink()).toBe(true);
      expect(readFileSync(target, 'utf8')).toBe(text);
    }
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.json']);
    const circle = join(folder, 'circle');
    symlinkSync('circle', circle);
    expect(await writeWholeFile(circle, 'x')).toEqual({ ok: false, code: 'ELOOP' });
  });

  it('is never a folder, a pipe or a device', async () => {
    const folder = profileFolder();
    mkdirSync(join(folder, 'folder'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const path of [join(folder, 'folder'), join(folder, 'pipe'), '/dev/full', '/dev/null'])
      expect(await writeWholeFile(path, 'x'), path).toEqual({ ok: false, code: 'EISDIR' });
    expect(readdirSync(folder).sort()).toEqual(['folder', 'pipe']);
  });

  it('may have the longest possible name, and no longer one', async () => {
    const folder = profileFolder();
    expect(await writeWholeFile(join(folder, 'n'.repeat(255)), 'x')).toEqual({ ok: true });
    expect(await writeWholeFile(join(folder, 'n'.repeat(256)), 'x')).toEqual({ ok: false, code: 'ENAMETOOLONG' });
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('leaves nothing behind for good: what a killed app left there is removed next time', async () => {
    const folder = profileFolder();
    const [old, recent, others] = ['.octoglance-0123abcd.tmp', '.octoglance-4567cdef.tmp', '.octoglance-notes.tmp'];
    for (const name of [old, recent, others]) writeFileSync(join(folder, name), 'x');
    const hourAgo = Date.now() / 1_000 - 3_600;
    for (const name of [old, others]) utimesSync(join(folder, name), hourAgo, hourAgo);
    expect(await writeWholeFile(join(folder, 'list.json'), 'x')).toEqual({ ok: true });
    await vi.waitFor(() => expect(readdirSync(folder).sort()).toEqual([recent, others, 'list.json'].sort()));
  });

  it('in a missing folder is reported', async () => {
    expect(await writeWholeFile(join(profileFolder(), 'gone/list.json'), 'x')).toEqual({ ok: false, code: 'ENOENT' });
  });
});
