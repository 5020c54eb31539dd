import { lstatSync, rmSync } from 'node:fs';
import { type Instant, MINUTE } from '../domain/time.ts';

/** Returns where the copy is made that replaces the AppImage `file`. */
export const copyBeside = (file: string) => `${file}.octoglance-update`;

/**
 * Removes the copy that was left beside the AppImage `file` when the app was killed while replacing it: a regular file
 * of this user that was last written to more than ten minutes before `now`. Never throws.
 */
export function removeLeftCopy(file: string, now: Instant): void {
  const beside = copyBeside(file);
  try {
    const found = lstatSync(beside);
    const isOurs = found.isFile() && found.uid === process.getuid?.();
    if (isOurs && now - found.mtimeMs > 10 * MINUTE) rmSync(beside);
  } catch {
    // There is none, or it stays.
  }
}
