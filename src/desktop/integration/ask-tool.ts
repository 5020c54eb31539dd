import { spawn } from 'node:child_process';

/** More than any tool that is asked here says, in characters. */
const longestOutput = 65_536;

/**
 * What a program of the desktop says on stdout, or null where it is missing, fails or takes longer than `limit`
 * milliseconds. It is then killed with all that it has started, and not waited for, whatever it does. Never rejects.
 */
export function askTool(
  program: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  limit: number,
): Promise<string | null> {
  return new Promise((resolve) => {
    let output = '';
    // In a group of its own: these tools are scripts, and what hangs is mostly a program that they wait for.
    const child = spawn(program, [...args], { env: environment, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    const end = (answer: string | null) => {
      clearTimeout(timer);
      child.stdout.destroy();
      child.unref();
      resolve(answer);
    };
    const timer = setTimeout(() => {
      end(null);
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It ended just now.
      }
    }, limit);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, longestOutput);
    });
    child.on('error', () => end(null));
    child.on('close', (code) => end(code === 0 ? output : null));
  });
}
