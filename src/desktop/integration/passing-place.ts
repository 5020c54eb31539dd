import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../domain/error-code.ts';

/**
 * Whether the app at `executable` (absolute) is where macOS takes it away later: in the copy that macOS makes of a
 * downloaded app until the user moves it, or on a mounted disk image, which is read-only. An app on an external disk
 * stays. Never throws.
 */
export function isPassingOnMac(
  executable: string,
  isReadOnly: (folder: string) => boolean = isOnReadOnlyDisk,
): boolean {
  if (executable.includes('/AppTranslocation/')) return true;
  return executable.startsWith('/Volumes/') && isReadOnly(dirname(executable));
}

function isOnReadOnlyDisk(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch (error) {
    return errorCode(error) === 'EROFS';
  }
}
