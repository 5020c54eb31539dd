import { constants, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes; settings files are far smaller. */
const largest = 1024 * 1024;

/**
 * Reads a file as UTF-8 text if it is a file at all. Opening a FIFO like any file would wait for somebody who writes to it,
 * and hold one of Node's four threads for files until then. Rejects for whatever is no regular file or too large, and
 * with ENOENT where there is none.
 */
export async function readRegularFile(path: string): Promise<string> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile() || found.size > largest) throw new Error(`${path} is no file of settings`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Whether somebody who opens this path as a file may wait forever. False for what cannot be looked at. */
export function mayBlock(path: string): boolean {
  try {
    const found = statSync(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}
