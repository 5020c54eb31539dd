import { accessSync, constants, statfsSync } from 'node:fs';

/** What the app and its window have needed at most, several times over, in bytes. Docker's usual 64 MB are enough. */
const enough = 32 * 1024 * 1024;

/**
 * Whether the folder where Chromium puts the memory that its processes share can be used. Chromium aborts if it is
 * read-only, missing or full, as in some containers; it can use the folder for temporary files instead. Never throws.
 */
export function hasSharedMemory(folder = '/dev/shm'): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= enough;
  } catch {
    return false;
  }
}
