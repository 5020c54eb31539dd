import { spawn } from 'node:child_process';
import { closeSync, fstatSync, readSync } from 'node:fs';

/** Contains the pipe's file descriptor; the link itself is never in the environment or the arguments. */
const variable = 'OCTOGLANCE_LINK_PIPE';

/** The first file descriptor after stdin, stdout and stderr. */
const pipe = 3;

/** How long to wait for the link, in milliseconds; it was written before this process started. */
const timeLimit = 2_000;

/** Longer than any link that is passed on, in bytes. */
const longest = 65_536;

/**
 * Starts the app again in place of this process, without the link in its arguments: the new process gets it through a
 * pipe that nothing else can read. `ended` is called once the link is in the pipe, or if the start failed.
 */
export function startWithoutLink(
  program: string,
  args: readonly string[],
  link: string,
  ended: (error: Error | null) => void,
): void {
  const child = spawn(program, [...args], {
    detached: true,
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...process.env, [variable]: String(pipe) },
  });
  child.on('error', ended);
  const writing = child.stdio[pipe];
  if (writing === null || writing === undefined || !('end' in writing)) {
    ended(new Error('EPIPE'));
    return;
  }
  writing.on('error', ended);
  writing.end(link, () => ended(null));
}

/**
 * The link that another process left in a pipe for this one, or null. Removes the pipe's variable from the environment.
 */
export function takeLinkFromPipe(environment: NodeJS.ProcessEnv): string | null {
  const named = environment[variable];
  delete environment[variable];
  if (named !== String(pipe)) return null;
  try {
    // Node's own pipes are sockets on Linux and macOS. An inherited variable may name anything else that is open here, and
    // reading a pipe whose writer stays would never end.
    if (process.platform !== 'win32' && !fstatSync(pipe).isSocket()) return null;
    const link = readAll();
    closeSync(pipe);
    return /^octoglance:/i.test(link) ? link : null;
  } catch {
    return null;
  }
}

function readAll(): string {
  const bytes = Buffer.alloc(longest);
  const begun = performance.now();
  let length = 0;
  while (length < longest) {
    try {
      const read = readSync(pipe, bytes, length, longest - length, null);
      if (read === 0) break;
      length += read;
    } catch (error) {
      const isNotYet = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      if (!isNotYet || performance.now() - begun > timeLimit) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  return bytes.toString('utf8', 0, length);
}
