import { isAbsolute, join, resolve } from 'node:path';
import type { Flags } from './flags.ts';

/**
 * The profile folder (absolute): the one asked for, else the system's usual place. The demo has its own beside it, so
 * that simulated printers never meet real ones. Null when it was asked for by a relative path and there is no working
 * folder. A `~/` that no shell has replaced (none does behind `--user-data-dir=`) is the user's home.
 */
export function profileFolder(
  flags: Pick<Flags, 'userDataFolder' | 'demo'>,
  places: { readonly usual: string; readonly home: string; readonly workingFolder: string | null },
): string | null {
  const { userDataFolder: asked, demo } = flags;
  if (asked === null) return demo ? `${places.usual} Demo` : places.usual;
  const [, below] = /^~(?:\/(.*))?$/s.exec(asked) ?? [];
  if (asked === '~' || below !== undefined) return join(places.home, below ?? '');
  if (isAbsolute(asked)) return resolve(asked);
  return places.workingFolder === null ? null : resolve(places.workingFolder, asked);
}
