import type { Instant } from '../domain/time.ts';

/**
 * The arguments for entering or leaving the demo, with the window open. A requested profile is kept: the demo stores no
 * printers or tokens in it.
 */
export function demoArguments(args: readonly string[], demo: boolean): readonly string[] {
  const kept = lasting(args).filter((argument) => argument !== '--demo');
  return [...kept, ...(demo ? ['--demo'] : []), '--show'];
}

/** The arguments for starting a newer version, with the window open. */
export function updateArguments(args: readonly string[]): readonly string[] {
  return [...lasting(args), '--show'];
}

/**
 * The arguments for a restart after too many errors: with the window as it was, and with the time, to prevent repeated
 * restarts.
 */
export function restartArguments(args: readonly string[], windowOpen: boolean, at: Instant): readonly string[] {
  return [...lasting(args), windowOpen ? '--show' : '--hidden', `--restarted-at=${at}`];
}

/**
 * Removes arguments meant for the first start only. A sign-in's link was already handled by the app that is about to
 * quit.
 */
function lasting(args: readonly string[]): readonly string[] {
  return args.filter((argument) => !/^(--show$|--hidden$|--restarted-at=|octoglance:)/i.test(argument));
}
