import { constants, renameSync } from 'node:fs';
import {
  access,
  type FileHandle,
  lstat,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../domain/error-code.ts';
import { MINUTE, type Milliseconds } from '../domain/time.ts';
import { withTimeout } from '../timers/with-timeout.ts';

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly code: string | null };

/** Even a slow network drive needs only seconds for such small files. */
const longestWrite: Milliseconds = MINUTE;

/** Some network shares and FUSE file systems do not support `fsync`. */
const noSync = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP', 'EPERM'];

/**
 * Writes text to a file that the user chose, completely or not at all: to a temporary file next to it, which is read
 * back and renamed. The old file stays until then, even on a full disk. A symbolic link stays a link, and its target is
 * replaced; an existing file keeps its permissions, a new one is readable only by its owner. A folder, a pipe or a
 * device is not written: `EISDIR`. A drive that does not respond within a minute is given up: `ETIMEDOUT`. Never
 * rejects.
 */
export function writeWholeFile(path: string, text: string): Promise<WriteResult> {
  const givingUp = new AbortController();
  return withTimeout(longestWrite, writeUnless(givingUp.signal, path, text)).catch(() => {
    givingUp.abort();
    return { ok: false, code: 'ETIMEDOUT' };
  });
}

/** `writeWholeFile` without its time limit: leaves the old file once `givenUp` is aborted. Never rejects. */
async function writeUnless(givenUp: AbortSignal, path: string, text: string): Promise<WriteResult> {
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
    // It is another user's, who does not let this one write it.
    if (before !== null) await access(target, constants.W_OK);
    // Not derived from the file's name, which could get too long.
    const fresh = join(dirname(target), `.octoglance-${crypto.randomUUID().slice(0, 8)}.tmp`);
    const file = await open(fresh, 'wx', 0o600);
    staged = fresh;
    await fill(file, text, before === null ? null : before.mode & 0o777);
    if ((await readFile(fresh, 'utf8')) !== text) {
      await rm(fresh, { force: true });
      return { ok: false, code: 'ENOSPC' };
    }
    givenUp.throwIfAborted();
    await renameOver(fresh, target, rename);
    void clearLeft(dirname(target));
    return { ok: true };
  } catch (error) {
    if (staged !== null) await rm(staged, { force: true }).catch(() => undefined);
    return { ok: false, code: errorCode(error) };
  }
}

/**
 * Removes temporary files that were left in a folder when the app was killed while writing there. Recent ones may still
 * be written. Never rejects.
 */
async function clearLeft(folder: string): Promise<void> {
  const left = (await readdir(folder).catch(() => [])).filter((one) => /^\.octoglance-[\da-f]{8}\.tmp$/.test(one));
  for (const path of left.map((one) => join(folder, one))) {
    const facts = await lstat(path).catch(() => null);
    if (facts?.isFile() && Date.now() - facts.mtimeMs > longestWrite) await rm(path, { force: true }).catch(() => {});
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
export async function renameOver(
  from: string,
  to: string,
  act: (from: string, to: string) => void | Promise<void> = renameSync,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await act(from, to);
      return;
    } catch (error) {
      const held = ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!held || attempt === 5) throw error;
      await wait(attempt * 50);
    }
  }
}
