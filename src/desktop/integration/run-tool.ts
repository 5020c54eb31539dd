import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** Maximum output length, in characters; the tools run here print far less. */
const longestOutput = 65_536;

/**
 * Runs a desktop tool and returns its stdout, or null if the tool is missing, fails or takes longer than `limit`
 * milliseconds. A tool that takes longer is killed with everything it started, without waiting for it to end. An exit
 * with the code `nothingFound` isn't a failure. Never rejects.
 */
export function runTool(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit: number,
  nothingFound = 0,
): Promise<string | null> {
  return new Promise((resolve) => {
    let output = '';
    let child: ChildProcessByStdio<null, Readable, null>;
    try {
      // In its own process group: these tools are scripts, and what hangs is usually a program they wait for.
      child = spawn(program, [...args], { env: environment, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    } catch {
      // Some reasons, such as missing memory, are thrown at once.
      resolve(null);
      return;
    }
    // Without its type: a process that has no file descriptors left gets no stream, and then an error.
    const stdout: typeof child.stdout | undefined = child.stdout;
    const end = (response: string | null) => {
      clearTimeout(timer);
      stdout?.destroy();
      child.unref();
      resolve(response);
    };
    const timer = setTimeout(() => {
      end(null);
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has already ended.
      }
    }, limit);
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, longestOutput);
    });
    child.on('error', () => end(null));
    child.on('close', (code) => end(code === 0 || code === nothingFound ? output : null));
  });
}
