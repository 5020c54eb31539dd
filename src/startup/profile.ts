import { resolve } from 'node:path';
import type { Flags } from './flags.ts';

/**
 * The profile folder (absolute): the one asked for, else the system's usual place. The demo has its own beside it, so
 * that simulated printers never meet real ones.
 */
export function profileFolder(
  flags: Pick<Flags, 'userDataFolder' | 'demo'>,
  usual: string,
  workingFolder: string,
): string {
  if (flags.userDataFolder !== null) return resolve(workingFolder, flags.userDataFolder);
  return flags.demo ? `${usual} Demo` : usual;
}
