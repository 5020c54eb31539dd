import { execFileSync } from 'node:child_process';

/** An ordinary user of this machine, without any rights beyond. */
export interface NewAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** Why no account can be made here, or null where one can. */
export const noAccountBecause = process.getuid?.() === 0 ? null : 'only root can make a user for the test';

/** Makes a user and a group of the same name; a desktop brings the home folder. Throws where `noAccountBecause` is not null. */
export function createAccount(): NewAccount {
  const name = `octoglance-${process.pid}`;
  execFileSync('useradd', ['--no-create-home', '--user-group', '--shell', '/bin/sh', name], { stdio: 'pipe' });
  const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, name], { encoding: 'utf8' })));
  if (!uid || !gid) throw new Error(`The user ${name} was not made.`);
  return { name, uid, gid };
}

/** Removes the user; nothing of theirs may run any more. */
export function removeAccount({ name }: NewAccount): void {
  execFileSync('userdel', [name], { stdio: 'pipe' });
}
