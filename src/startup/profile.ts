import { isAbsolute, join, resolve } from 'node:path';
import type { Flags } from './flags.ts';

/**
 * The profile folder (absolute): the requested one, else the system's usual one. The demo has its own next to it, so
 * that simulated printers never mix with real ones. Null if a relative path was requested and there is no working
 * folder. A `~/` that the shell didn't expand (none does after `--user-data-dir=`) is the user's home.
 */
export function profileFolder(
  flags: Pick<Flags, 'userDataFolder' | 'demo'>,
  places: { readonly usual: string; readonly home: string; readonly workingFolder: string | null },
): string | null {
  const { userDataFolder: folder, demo } = flags;
  if (folder === null) return demo ? `${places.usual} Demo` : places.usual;
  const [, below] = /^~(?:\/(.*))?$/s.exec(folder) ?? [];
  if (folder === '~' || below !== undefined) return join(places.home, below ?? '');
  if (isAbsolute(folder)) return resolve(folder);
  return places.workingFolder === null ? null : resolve(places.workingFolder, folder);
}
