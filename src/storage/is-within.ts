import { realpath } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { type Milliseconds, SECOND } from '../domain/time.ts';
import { withTimeout } from '../timers/with-timeout.ts';

/** A drive that takes longer is none with a profile. */
const limit: Milliseconds = 10 * SECOND;

/**
 * Resolves to whether the file `path`, which need not exist, is in `folder` or below it (both absolute), links followed.
 * Never rejects.
 */
export async function isWithin(folder: string, path: string): Promise<boolean> {
  const real = (one: string) => realpath(one).catch(() => resolve(one));
  const whereabouts = Promise.all([real(folder), realpath(path).catch(() => real(dirname(path)))]);
  const [outer, inner] = await withTimeout(limit, whereabouts).catch(() => [folder, dirname(path)] as const);
  return inner === outer || inner.startsWith(`${outer}${sep}`);
}
