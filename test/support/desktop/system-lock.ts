import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a package changes for all users of this machine, and so for every run of the tests on it. */
const guarded = '/usr/share/applications';

/**
 * Waits until nobody else installs a package here (`shared`), or nobody else relies on none being installed (`alone`), and
 * keeps it so until the returned function is called or this process ends. Other checkouts may run their tests meanwhile.
 */
export async function lockSystem(how: 'shared' | 'alone'): Promise<() => void> {
  // flock(1) keeps the lock of the folder for as long as `cat` runs, which ends with the pipe from this process.
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
