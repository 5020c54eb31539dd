import { type ChildProcess, type IOType, type StdioPipe, spawn } from 'node:child_process';
import type { Stream } from 'node:stream';

/** The pipe's file descriptor in the started process: the first one after stdin, stdout and stderr. */
export const pipeDescriptor = 3;

/**
 * Starts a program that outlives this process and has a pipe to it; `named` is added to its environment. Returns null
 * if the system can't start it, such as without memory. Without file descriptors there is no pipe, and an `error` event
 * follows.
 */
export function startWithPipe(
  program: string,
  args: readonly string[],
  stdin: IOType,
  named: Readonly<Record<string, string>>,
): { readonly child: ChildProcess; readonly pipe: Stream | null } | null {
  try {
    const stdio: (IOType | StdioPipe)[] = [stdin, 'inherit', 'inherit', 'pipe'];
    const child: ChildProcess = spawn(program, [...args], {
      detached: true,
      stdio,
      env: { ...process.env, ...named },
    });
    const streams: typeof child.stdio | undefined = child.stdio;
    return { child, pipe: streams?.[pipeDescriptor] ?? null };
  } catch {
    return null;
  }
}
