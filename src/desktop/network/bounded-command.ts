import { spawn } from 'node:child_process';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

export interface CommandLimits {
  readonly within: Milliseconds;
  /** Maximum output, in characters. */
  readonly most: number;
}

const usualLimits: CommandLimits = { within: 2 * SECOND, most: 64 * 1024 };

/**
 * Runs a program and resolves to its stdout. Always ends within the limit: the program is then killed with everything
 * it started, by SIGKILL. Rejects if it can't be started (`code` says why), fails, prints too much or takes too long.
 */
export function outputOf(program: string, args: readonly string[], limits = usualLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    // In its own process group, so that its children can be killed with it.
    const detached = process.platform !== 'win32';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], detached });
    // Without its type: a process that has no file descriptors left gets no stream, and then an error.
    const stdout: typeof child.stdout | undefined = child.stdout;
    let output = '';
    let code: number | null = null;
    const end = () => {
      clearTimeout(limit);
      stdout?.destroy();
      if (child.pid !== undefined) killGroup(child.pid);
      child.kill('SIGKILL');
    };
    const fail = (error: Error) => {
      end();
      reject(error);
    };
    const finish = () => {
      end();
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${code}`));
    };
    // A child left running may keep stdout open long after the program has ended.
    const limit = setTimeout(() => {
      if (code === null) fail(new Error(`${program} did not end in time`));
      else finish();
    }, limits.within);
    stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.length > limits.most) fail(new Error(`${program} says too much`));
    });
    child.once('error', fail);
    child.once('exit', (status) => {
      code = status ?? -1;
    });
    child.once('close', finish);
  });
}

/** A process that no longer exists can't be killed. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    return;
  }
}
