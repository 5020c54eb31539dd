import { execFileSync, spawnSync } from 'node:child_process';

/** An ordinary user of this machine, without any rights beyond. */
export interface NewAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Why an ordinary user cannot be made here, or could not run the app in Chromium's sandbox; null where both go. */
export function noAccountBecause(): string | null {
  if (process.getuid?.() !== 0) return 'only root can make a user for the test';
  const nobody = ['--reuid=65534', '--regid=65534', '--clear-groups', '--'];
  const namespaces = ['unshare', '--user', '--map-current-user', '--net', 'true'];
  // In most containers they are forbidden.
  return spawnSync('setpriv', [...nobody, ...namespaces]).status === 0
    ? null
    : 'an ordinary user may make no namespaces here, which the sandbox is made of';
}

/** Makes a user and a group of the same name; a desktop brings the home folder. Throws where this user is not root. */
export function createAccount(fullName: string): NewAccount {
  const name = `octoglance-${process.pid}`;
  const options = ['--no-create-home', '--user-group', '--shell', '/bin/sh', '--comment', fullName];
  execFileSync('useradd', [...options, name], { stdio: 'pipe' });
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { encoding: 'utf8' })));
  if (!uid || !gid) throw new Error(`The user ${name} was not made.`);
  return { name, uid, gid };
}

/** Removes the user. What of theirs still ends gets 10 s for it; throws where something goes on running. */
export function removeAccount({ name }: NewAccount): void {
  const nothing = new Int32Array(new SharedArrayBuffer(4));
  for (let left = 50; left > 0 && spawnSync('userdel', [name]).status !== 0; left -= 1)
    Atomics.wait(nothing, 0, 0, 200);
  if (spawnSync('id', [name]).status === 0) execFileSync('userdel', [name], { stdio: 'pipe' });
}
