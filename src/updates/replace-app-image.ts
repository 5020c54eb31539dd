import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { copyBeside } from './left-copy.ts';

export interface Replacement {
  /** The AppImage to replace, absolute and not a symbolic link. */
  readonly file: string;
  /** The newer one, anywhere. */
  readonly downloaded: string;
  /** Its SHA-512 according to the feed, in base64. */
  readonly sha512: string;
  /** Whether `file` is still the very file this app was started from; checked again right before it is replaced. */
  readonly isUnchanged: () => boolean;
  /** Whether a file is an AppImage that runs on this computer: a feed may announce the wrong one. */
  readonly isUsable: (path: string) => boolean;
}

/**
 * Replaces the running AppImage by a newer one, keeping its name and permissions, because start at login and links
 * refer to it. The old one stays intact until the new one is completely on the disk and its hash verified. Throws, with
 * the old one untouched, if anything has changed.
 */
export function replaceAppImage({ file, downloaded, sha512, isUnchanged, isUsable }: Replacement): void {
  const beside = copyBeside(file);
  if (!isUnchanged()) throw changed();
  const { mode } = statSync(file);
  // Left over from an app that was killed, or planted by someone: a link of that name is removed, never followed.
  rmSync(beside, { force: true });
  copyFileSync(downloaded, beside, constants.COPYFILE_EXCL);
  try {
    if (hashOnDisk(beside) !== sha512) throw new Error('SHA-512 of the copy is not the published one');
    if (!isUsable(beside)) throw new Error('The release is no AppImage for this computer');
    chmodSync(beside, (mode & 0o777) | 0o100);
    if (!isUnchanged()) throw changed();
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function changed(): Error {
  return new Error('The AppImage is no longer the file that OctoGlance was started from, and stays as it is');
}

/** The SHA-512 of a file in base64, once all of it is on the disk. */
function hashOnDisk(path: string): string {
  const handle = openSync(path, constants.O_RDWR);
  try {
    fsyncSync(handle);
    const hash = createHash('sha512');
    const part = Buffer.alloc(1_048_576);
    for (let read = readSync(handle, part); read > 0; read = readSync(handle, part))
      hash.update(part.subarray(0, read));
    return hash.digest('base64');
  } finally {
    closeSync(handle);
  }
}
