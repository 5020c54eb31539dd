import { renameSync } from 'node:fs';
import { type FileHandle, lstat, open, readFile, readlink, realpath, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from './document-file.ts';

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly code: string | null };

/** Some network shares and FUSE file systems do not support `fsync`. */
const noSync = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EPERM'];

/**
 * Writes text to a file that the user chose, completely or not at all: to a temporary file next to it, which is read
 * back and renamed. The old file stays until then, even on a full disk. A symbolic link stays a link, and its target is
 * replaced; an existing file keeps its permissions, a new one is readable only by its owner. A folder, a pipe or a
 * device is not written: `EISDIR`. Never rejects.
 */
export async function writeWholeFile(path: string, text: string): Promise<WriteResult> {
  let staged: string | null = null;
  try {
    const target = await targetOf(path);
    const before = await stat(target).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') return null;
      throw error;
    });
    if (before !== null && !before.isFile()) return { ok: false, code: 'EISDIR' };
    // The file is read-only, although its folder would allow replacing it.
    if (before !== null && (before.mode & 0o222) === 0) return { ok: false, code: 'EACCES' };
    // Not derived from the file's name, which could get too long.
    const fresh = join(dirname(target), `.octoglance-${crypto.randomUUID().slice(0, 8)}.tmp`);
    const file = await open(fresh, 'wx', 0o600);
    staged = fresh;
    await fill(file, text, before === null ? null : before.mode & 0o777);
    if ((await readFile(fresh, 'utf8')) !== text) {
      await rm(fresh, { force: true });
      return { ok: false, code: 'ENOSPC' };
    }
    await renameOver(fresh, target);
    return { ok: true };
  } catch (error) {
    if (staged !== null) await rm(staged, { force: true }).catch(() => undefined);
    return { ok: false, code: errorCode(error) };
  }
}

/** Resolves symbolic links, including those to a file that does not exist yet. */
async function targetOf(path: string): Promise<string> {
  const link = await lstat(path).catch(() => null);
  if (link === null || !link.isSymbolicLink()) return path;
  return realpath(path).catch(async (error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
    // It may lead to another link. A circle does not end here: it is not ENOENT.
    return targetOf(resolve(dirname(path), await readlink(path)));
  });
}

/** Writes and closes the file. Some systems report a full disk only on close. */
async function fill(file: FileHandle, text: string, mode: number | null): Promise<void> {
  try {
    await file.writeFile(text);
    // FAT and many shares have no permissions.
    if (mode !== null) await file.chmod(mode).catch(() => undefined);
    await file.sync().catch((error: unknown) => {
      if (!noSync.includes(errorCode(error) ?? '')) throw error;
    });
  } finally {
    await file.close();
  }
}

/** Renames a file over another one, with retries: on Windows a virus scanner may lock the file for a moment. */
export async function renameOver(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!held || attempt === 5) throw error;
      await wait(attempt * 50);
    }
  }
}
