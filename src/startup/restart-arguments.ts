import type { Instant } from '../domain/time.ts';

/**
 * The arguments of a start that enters the demo, or leaves it, with its window open. A profile that was asked for goes
 * along: the demo keeps no printer and no token in it.
 */
export function demoArguments(args: readonly string[], demo: boolean): readonly string[] {
  const kept = lasting(args).filter((argument) => argument !== '--demo');
  return [...kept, ...(demo ? ['--demo'] : []), '--show'];
}

/** The arguments of a start in a newer version, with the window open. */
export function updateArguments(args: readonly string[]): readonly string[] {
  return [...lasting(args), '--show'];
}

/** The arguments of a start after too many errors: with the window as it was, and with the time, so that it is done once. */
export function restartArguments(args: readonly string[], windowOpen: boolean, at: Instant): readonly string[] {
  return [...lasting(args), windowOpen ? '--show' : '--hidden', `--restarted-at=${at}`];
}

/** Without what was meant for the first start alone; a sign-in's link was dealt with by the app that is about to end. */
function lasting(args: readonly string[]): readonly string[] {
  return args.filter((argument) => !/^(--show$|--hidden$|--restarted-at=|octoglance:)/i.test(argument));
}
