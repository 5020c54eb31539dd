import { statSync, watch as watchFolder } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SECOND, type Timer } from '../domain/time.ts';

export interface InstalledVersionParts {
  /** The running program, absolute. */
  readonly executable: string;
  /** The version that is running, such as 1.2.3. */
  readonly running: string;
  /** What the program at this place prints for `--version`; null if it fails. Never rejects. */
  readonly printedVersion: (program: string) => Promise<string | null>;
  readonly timer: Timer;
  /** Called when another version has taken the place of the running one. */
  readonly found: (version: string) => void;
}

/** Package managers write files one after the other; the program may not start until the last one. */
const settled = 5 * SECOND;
const retries = 5;

/**
 * Notices when a package manager, or a user with an archive, installs another version in the place of the running one:
 * dpkg, rpm and tar put a new file in the place of each old one. Waits for the system to report a change in the
 * program's folder. Does nothing if it can't be watched. Returns a function that ends it.
 */
export function watchInstalledVersion(parts: InstalledVersionParts): () => void {
  const { executable, running, printedVersion, timer, found } = parts;
  const before = identityOf(executable);
  const look = async (left: number) => {
    const now = identityOf(executable);
    if (now === null || now === before) return;
    const version = /\d+\.\d+\.\d+/.exec((await printedVersion(executable)) ?? '')?.[0];
    if (version === undefined && left > 0) timer.set(settled, () => void look(left - 1));
    else if (version !== undefined && version !== running) found(version);
  };
  try {
    const watcher = watchFolder(dirname(executable), { persistent: false }, (_event, name) => {
      if (name === basename(executable)) timer.set(settled, () => void look(retries));
    });
    watcher.on('error', () => watcher.close());
    return () => {
      timer.clear();
      watcher.close();
    };
  } catch {
    return () => timer.clear();
  }
}

/** Tells one file from another at the same path; null if there is none. */
function identityOf(path: string): string | null {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path);
    return [dev, ino, size, mtimeMs].join(' ');
  } catch {
    return null;
  }
}
