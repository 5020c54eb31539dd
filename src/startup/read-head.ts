import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** More than any script or desktop file has, in bytes. */
const mostRead = 65_536;

/**
 * The beginning of a file (`path` absolute), as Latin-1 byte for byte or as UTF-8. Null if there is no readable regular
 * file. Does not block on a pipe.
 */
export function readHead(path: string, encoding: 'latin1' | 'utf8' = 'latin1'): string | null {
  let handle: number;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    if (!fstatSync(handle).isFile()) return null;
    const bytes = Buffer.alloc(mostRead);
    return bytes.toString(encoding, 0, readSync(handle, bytes, 0, mostRead, 0));
  } catch {
    return null;
  } finally {
    closeSync(handle);
  }
}
