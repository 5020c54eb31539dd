import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The app's own documents, including quarantined ones, its folders, its socket and its locks. */
const ownNames =
  /^((settings|printers|window|alerts|sign-in|leftover-secrets|pending-additions|prints|updates)\.json.*|history|print-history|pictures|logs|status\.sock)$/;

/**
 * Removes a profile folder (absolute). In a folder that the user chose, only the app's own files are removed, because
 * it may contain others; the default one is emptied. What can't be removed stays, such as files in use on Windows.
 * Never throws.
 */
export function removeProfile(folder: string, isOwnFolder: boolean): void {
  try {
    for (const name of readdirSync(folder)) {
      if (isOwnFolder || ownNames.test(name)) removeAll(join(folder, name));
    }
    rmdirSync(folder);
  } catch {
    // It isn't empty, or isn't there.
  }
}

function removeAll(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // In use; the others can still go.
  }
}
