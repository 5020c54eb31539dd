/**
 * The arguments of a start that enters the demo, or leaves it, with its window open. A profile that was asked for goes
 * along: the demo keeps no printer and no token in it.
 */
export function demoArguments(args: readonly string[], demo: boolean): readonly string[] {
  const kept = args.filter((argument) => !['--demo', '--show', '--hidden'].includes(argument) && !isLink(argument));
  return [...kept, ...(demo ? ['--demo'] : []), '--show'];
}

/** A sign-in's link was dealt with by the app that is about to end. */
function isLink(argument: string): boolean {
  return argument.startsWith('octoglance:');
}
