import { editDistance } from '../domain/edit-distance.ts';
import { ownFlags, readFlags } from './flags.ts';

/** An unknown argument, and the flag that was probably meant. */
export interface UnknownArgument {
  readonly argument: string;
  readonly meant: string | null;
}

export interface ArgumentKnowledge {
  /** Which of these switches (without dashes, lower case) this Electron's Chromium and Node know. Never throws. */
  readonly switchesAmong: (names: readonly string[]) => ReadonlySet<string>;
  /** Whether an argument is the app itself, as for plain Electron in development. */
  readonly isApp: (word: string) => boolean;
}

/** Common switches of Chromium and Node, and those of one word, which may occur anywhere in the program's text. */
const everyday = new Set(
  `class disable-dev-shm-usage disable-features disable-gpu disable-setuid-sandbox display enable-features enable-logging
  force-device-scale-factor gapplication-service headless inspect inspect-brk js-flags lang log-file log-level name
  no-sandbox no-zygote ozone-platform ozone-platform-hint password-store proxy-server r remote-debugging-port require
  single-process type v vmodule wm-class`.split(/\s+/),
);

/**
 * Which arguments after the executable belong neither to OctoGlance nor to Chromium. Chromium's switches are passed on
 * unchanged; there are more than a thousand, and they change with every release, so a list would soon be wrong.
 */
export function unknownArguments(args: readonly string[], knows: ArgumentKnowledge): readonly UnknownArgument[] {
  const hasCommand = readFlags(args).command !== null;
  const unknown = args.filter(
    (argument, index) =>
      // The command reads its own arguments.
      !(hasCommand && !argument.startsWith('-')) &&
      !isOurs(argument) &&
      !isOfOthers(argument) &&
      !isPreloaded(args[index - 1]) &&
      !knows.isApp(argument),
  );
  if (unknown.length === 0) return [];
  // A single word, such as "verbose", occurs somewhere in every large program.
  const names = unknown.map(switchName).filter((name) => name.includes('-'));
  const known = names.length === 0 ? new Set() : knows.switchesAmong(names);
  return unknown
    .filter((argument) => !known.has(switchName(argument)))
    .map((argument) => ({ argument: argument.split('=')[0] ?? '', meant: nearestOf(switchName(argument)) }));
}

function isOurs(argument: string): boolean {
  if (!argument.startsWith('-')) return argument === '' || /^octoglance:/i.test(argument);
  return argument === '-h' || argument === '--' || ownFlags.has(switchName(argument));
}

/** macOS adds `-psn_…`, and `-NS…` and `-Apple…` with a value, when it starts a program. */
function isOfOthers(argument: string): boolean {
  if (!argument.startsWith('-')) return false;
  return everyday.has(switchName(argument)) || /^-(psn_|NS|Apple)/.test(argument);
}

/** `-r FILE`, which debuggers use to start Electron. */
function isPreloaded(before: string | undefined): boolean {
  return before === '-r' || before === '--require';
}

/** `--Name=value` → `name`; Chromium accepts one dash as well as two. Empty for a word without dashes. */
function switchName(argument: string): string {
  return (/^--?([^=]+)/.exec(argument)?.[1] ?? '').toLowerCase();
}

function nearestOf(name: string): string | null {
  const near = [...ownFlags].find((flag) => name !== '' && editDistance(name.replaceAll('_', '-'), flag) <= 2);
  return near === undefined ? null : `--${near}`;
}
