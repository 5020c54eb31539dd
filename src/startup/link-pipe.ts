import { closeSync, fstatSync, readFileSync, readSync } from 'node:fs';
import { Writable } from 'node:stream';
import { errorCode } from '../domain/error-code.ts';
import { pipeDescriptor as pipe, startWithPipe } from './start-with-pipe.ts';

/**
 * Contains the pipe's file descriptor and when the pipe was made, in milliseconds; the link itself is never in the
 * environment or the arguments.
 */
const variable = 'OCTOGLANCE_LINK_PIPE';

/** How old the variable may be, in milliseconds: an AppImage on a slow disk takes a while to start. */
const oldest = 120_000;

/** How long to wait for the link, in milliseconds; it was written before this process started. */
const timeLimit = 2_000;

/** Longer than any link that is passed on, in bytes. */
const longest = 65_536;

/**
 * Starts the app again in place of this process, without the link in its arguments: the new process gets it through a
 * pipe that nothing else can read. `ended` is called once, when the link is in the pipe or the start has failed.
 */
export function startWithoutLink(
  program: string,
  args: readonly string[],
  link: string,
  ended: (error: Error | null) => void,
): void {
  const started = startWithPipe(program, args, 'inherit', { [variable]: `${pipe}:${Date.now()}` });
  let isOver = false;
  // A start that fails is reported by both the process and the pipe.
  const end = (error: Error | null) => {
    if (!isOver) ended(error);
    isOver = true;
  };
  started?.child.on('error', end);
  const writing = started?.pipe ?? null;
  if (writing === null || !(writing instanceof Writable)) {
    end(new Error('EPIPE'));
    return;
  }
  writing.on('error', end);
  writing.end(link, (error?: Error | null) => end(error ?? null));
}

/**
 * The link that another process left in a pipe for this one, or null. Removes the pipe's variable from the environment.
 */
export function takeLinkFromPipe(environment: NodeJS.ProcessEnv): string | null {
  const named = environment[variable];
  delete environment[variable];
  const [descriptor, madeAt] = (named ?? '').split(':').map(Number);
  const age = Date.now() - (madeAt ?? Number.NaN);
  if (descriptor !== pipe || !(Math.abs(age) < oldest)) return null;
  try {
    // An inherited variable may name anything else that is open here, such as a socket that systemd passed to a
    // service. Reading and closing that would do harm, and reading a pipe whose writer stays would never end.
    if (!isOwnPipe()) return null;
    const link = readAll();
    closeSync(pipe);
    return /^octoglance:/i.test(link) ? link : null;
  } catch {
    return null;
  }
}

/** Whether the descriptor is one end of a pipe as Node makes it: on Linux and macOS, a pair of unnamed sockets. */
function isOwnPipe(): boolean {
  if (process.platform === 'win32') return true;
  const facts = fstatSync(pipe);
  if (!facts.isSocket()) return false;
  if (process.platform !== 'linux') return true;
  const sockets = readOrNull('/proc/net/unix');
  if (sockets === null) return true;
  // Source: proc_net(5). In the fourth column a listening socket has 00010000; the last one is its name.
  const socket = sockets
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find((columns) => columns[6] === String(facts.ino));
  return socket !== undefined && socket[3] === '00000000' && socket.length === 7;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'latin1');
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
      if (errorCode(error) !== 'EAGAIN' || performance.now() - begun > timeLimit) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
  return bytes.toString('utf8', 0, length);
}
