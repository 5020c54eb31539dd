import { constants, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Bytes; settings files are far smaller. */
const largest = 1024 * 1024;

/**
 * Reads a file as UTF-8 text if it is a regular file. Opening a FIFO the usual way would wait for a writer and block
 * one of Node's four file system threads. Rejects for anything that isn't a regular file or is too large, and with
 * ENOENT if it doesn't exist.
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

/** Whether opening this path may block forever. False if that can't be checked. */
export function mayBlock(path: string): boolean {
  try {
    const found = statSync(path);
    return !found.isFile() && !found.isDirectory();
  } catch {
    return false;
  }
}
