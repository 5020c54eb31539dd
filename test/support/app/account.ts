import { execFileSync, spawnSync } from 'node:child_process';

/** An ordinary user of this machine, without special rights. */
export interface NewAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * Returns why an ordinary user cannot be created here or run the app in Chromium's sandbox; null if both are possible.
 */
export function noAccountBecause(): string | null {
  if (process.getuid?.() !== 0) return 'only root can make a user for the test';
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const namespaces = ['unshare', '--user', '--map-current-user', '--net', 'true'];
  // In most containers they are forbidden.
  return spawnSync('setpriv', [...nobody, ...namespaces]).status === 0
    ? null
    : 'an ordinary user may make no namespaces here, which the sandbox is made of';
}

/** Creates a user and a group with the same name; the desktop provides the home folder. Throws unless run as root. */
export function createAccount(fullName: string): NewAccount {
  const name = `octoglance-${process.pid}`;
  const options = ['--no-create-home', '--user-group', '--shell', '/bin/sh', '--comment', fullName];
  execFileSync('useradd', [...options, name], { stdio: 'pipe' });
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { encoding: 'utf8' })));
  if (!uid || !gid) throw new Error(`The user ${name} was not made.`);
  return { name, uid, gid };
}

/** Removes the user. Their processes get 10 s to end; throws if any keeps running. */
export function removeAccount({ name }: NewAccount): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let left = 50; left > 0 && spawnSync('userdel', [name]).status !== 0; left -= 1)
    Atomics.wait(nothing, 0, 0, 200);
  if (spawnSync('id', [name]).status === 0) execFileSync('userdel', [name], { stdio: 'pipe' });
}
