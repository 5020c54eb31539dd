import { closeSync, writeSync } from 'node:fs';
import type { Milliseconds } from '../domain/time.ts';
import { pipeDescriptor, startWithPipe } from './start-with-pipe.ts';

/** Contains the pipe's file descriptor and the process that opened it. */
const variable = 'OCTOGLANCE_SHOWN_PIPE';

/** A start takes a few seconds, and longer on a busy computer. */
const timeLimit: Milliseconds = 30_000;

/**
 * Starts a second app with these arguments while this one keeps running. Resolves to whether it has shown its window,
 * or has handed over to a running one; one that takes longer than 30 s is ended. Never rejects.
 */
export function startBeside(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const started = startWithPipe(program, args, 'ignore', { [variable]: `${pipeDescriptor}:${process.pid}` });
    if (started === null) {
      resolve(false);
      return;
    }
    const { child, pipe } = started;
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
    pipe?.on('error', () => {});
    pipe?.on('data', () => end(true));
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
  if (named !== `${pipeDescriptor}:${starter}`) return null;
  return () => {
    try {
      writeSync(pipeDescriptor, '1');
      closeSync(pipeDescriptor);
    } catch {
      // The other app has ended.
    }
  };
}
