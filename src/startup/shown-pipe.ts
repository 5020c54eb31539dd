import { spawn } from 'node:child_process';
import { closeSync, writeSync } from 'node:fs';
import type { Milliseconds } from '../domain/time.ts';

/** Contains the pipe's file descriptor and the process that opened it. */
const variable = 'OCTOGLANCE_SHOWN_PIPE';

/** The first file descriptor after stdin, stdout and stderr. */
const pipe = 3;

/** A start takes a few seconds, and longer on a busy computer. */
const timeLimit: Milliseconds = 30_000;

/**
 * Starts a second app with these arguments while this one keeps running. Resolves to whether it has shown its window,
 * or has handed over to a running one; one that takes longer than 30 s is ended. Never rejects.
 */
export function startBeside(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
      env: { ...process.env, [variable]: `${pipe}:${process.pid}` },
    });
    const timer = setTimeout(() => {
      child.kill();
      end(false);
    }, timeLimit);
    const end = (isShown: boolean) => {
      clearTimeout(timer);
      child.unref();
      resolve(isShown);
    };
    child.on('error', () => end(false));
    child.on('exit', (code) => end(code === 0));
    const reading = child.stdio[pipe];
    if (reading === null || reading === undefined) return;
    reading.on('error', () => {});
    reading.on('data', () => end(true));
  });
}

/**
 * Returns a function that notifies the app which started this one that the window is shown; null if a user or the
 * system started it. Removes the pipe's variable from the environment.
 */
export function takeShownPipe(environment: NodeJS.ProcessEnv, starter = process.ppid): (() => void) | null {
  const named = environment[variable];
  delete environment[variable];
  // An inherited variable is from another start: its descriptor is something else here, and closing it would do harm.
  if (named !== `${pipe}:${starter}`) return null;
  return () => {
    try {
      writeSync(pipe, '1');
      closeSync(pipe);
    } catch {
      // The other app has ended.
    }
  };
}
