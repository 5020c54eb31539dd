import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Installing a package changes this for all users of this machine, and so for every test run on it. */
const guarded = '/usr/share/applications';

/**
 * Waits until no other test run installs a package (`shared`), or none relies on no package being installed (`alone`),
 * and holds that lock until the returned function is called or this process ends. Other checkouts may run tests
 * concurrently.
 */
export async function lockSystem(how: 'shared' | 'alone'): Promise<() => void> {
  // flock(1) holds the lock while `cat` runs, which ends when this process closes the pipe.
  const holder = spawn('flock', [how === 'shared' ? '--shared' : '--exclusive', guarded, 'cat']);
  holder.stdin.write('locked\n');
  await Promise.race([
    once(holder.stdout, 'data'),
    once(holder, 'exit').then(([code]) => {
      throw new Error(`flock ended with ${code}.`);
    }),
  ]);
  return () => holder.stdin.end();
}
