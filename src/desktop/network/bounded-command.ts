import { spawn } from 'node:child_process';
import { type Milliseconds, SECOND } from '../../domain/time.ts';

export interface CommandLimits {
  readonly within: Milliseconds;
  /** Characters of output. */
  readonly most: number;
}

const usualLimits: CommandLimits = { within: 2 * SECOND, most: 64 * 1024 };

/**
 * Runs a program and resolves to what it wrote on stdout. Ends within the limit whatever the program does: then it is
 * killed, with all that it started, by the signal that no program can ignore. Rejects when it cannot be started (`code`
 * says why), fails, says too much or takes too long.
 */
export function outputOf(program: string, args: readonly string[], limits = usualLimits): Promise<string> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts can be killed with it.
    const detached = process.platform !== 'win32';
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], detached });
    let output = '';
    let code: number | null = null;
    const end = () => {
      clearTimeout(limit);
      child.stdout.destroy();
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
    // What it left running may hold its stdout open although it ended long ago.
    const limit = setTimeout(() => {
      if (code === null) fail(new Error(`${program} did not end in time`));
      else finish();
    }, limits.within);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
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

/** What is gone already cannot be killed. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    return;
  }
}
