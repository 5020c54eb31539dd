import { parseArgs } from 'node:util';
import type { Instant } from '../domain/time.ts';
import { nearestWord } from './mistyped-command.ts';

/** The command line: docs/command-line.md. */
export interface Flags {
  /** A separate profile folder, or null for the system's usual one. */
  readonly userDataFolder: string | null;
  /** `--user-data-dir` without a folder: the usual profile must not be used by mistake, such as an empty variable's. */
  readonly lacksFolder: boolean;
  /** Don't open a window at start, whatever else would. */
  readonly hidden: boolean;
  readonly demo: boolean;
  /** Open the window at start. */
  readonly show: boolean;
  readonly statusStream: boolean;
  /** When the app restarted itself because of errors; null if a user or the system started it. */
  readonly restartedAt: Instant | null;
  /** A command for an app that is already running; null to start the app. */
  readonly command: Command | null;
  /** `--version` or `--help`: print it and exit. */
  readonly print: 'version' | 'help' | null;
  /** An `octoglance:` link passed by the system, or null. */
  readonly deepLink: string | null;
}

/** A command with its arguments. */
export type Command =
  /** `watch`: keep running and print each change. */
  | { readonly do: 'status'; readonly json: boolean; readonly watch: boolean }
  /** Opens the page of the printer with this name, as typed by the user; empty if none was given. */
  | { readonly do: 'open'; readonly name: string }
  /** Checks the printer with this name now, or all printers if none was given. */
  | { readonly do: 'refresh'; readonly name: string }
  /** Prints the printers' names, for completions. */
  | { readonly do: 'names' }
  /** Prints the completions for a shell. */
  | { readonly do: 'completion'; readonly shell: string }
  /** A word that is nearly a command, or a flag without its dashes, and the one that was probably meant. */
  | { readonly do: 'mistyped'; readonly typed: string; readonly meant: string };

/** The available commands. */
export const commandWords: readonly Exclude<Command['do'], 'mistyped'>[] = [
  'status',
  'open',
  'refresh',
  'names',
  'completion',
];

const options = {
  'user-data-dir': { type: 'string' },
  hidden: { type: 'boolean' },
  demo: { type: 'boolean' },
  show: { type: 'boolean' },
  'status-stream': { type: 'boolean' },
  'restarted-at': { type: 'string' },
  json: { type: 'boolean' },
  watch: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** The names of OctoGlance's own flags, without dashes. */
export const ownFlags: ReadonlySet<string> = new Set(Object.keys(options));

/** Parses the arguments after the executable. Unknown ones belong to Chromium or to the desktop and are ignored. */
export function readFlags(args: readonly string[]): Flags {
  const end = args.indexOf('--');
  const before = (end === -1 ? args : args.slice(0, end)).flatMap((argument, index) =>
    usualForm(argument, args[index + 1]),
  );
  const usual = [...before, ...(end === -1 ? [] : args.slice(end))];
  const { values, positionals } = parseArgs({ args: usual, strict: false, allowPositionals: true, options });
  const folder = values['user-data-dir'];
  const restartedAt = values['restarted-at'];
  return {
    userDataFolder: typeof folder === 'string' && folder !== '' ? folder : null,
    lacksFolder: folder === '',
    hidden: values['hidden'] === true,
    demo: values['demo'] === true,
    show: values['show'] === true,
    statusStream: values['status-stream'] === true,
    restartedAt: typeof restartedAt === 'string' && /^\d{1,15}$/.test(restartedAt) ? Number(restartedAt) : null,
    command: commandOf(positionals, { json: values['json'] === true, watch: values['watch'] === true }),
    print: values['help'] === true ? 'help' : values['version'] === true ? 'version' : null,
    deepLink: positionals.find((argument) => isLink(argument)) ?? null,
  };
}

/**
 * An argument as the parser needs it. Like Chromium's switches, OctoGlance's flags may have one dash and capitals;
 * `--hidden=true` and `--hidden=false` mean what they say. Others with one dash are never a series of short flags:
 * macOS adds some, and `-NSShow…` is no request for help. `next` is the argument that follows.
 */
function usualForm(argument: string, next: string | undefined): readonly string[] {
  const [, name = '', value] = /^--?([a-z][a-z-]+)(?:=(.*))?$/is.exec(argument) ?? [];
  const flag = name.toLowerCase();
  if (!ownFlags.has(flag)) return /^-[^-]./s.test(argument) ? [] : [argument];
  if (flag === 'user-data-dir') {
    const lacksValue = value === undefined && (next === undefined || next.startsWith('-') || isLink(next));
    return [lacksValue ? '--user-data-dir=' : value === undefined ? '--user-data-dir' : `--user-data-dir=${value}`];
  }
  if (flag === 'restarted-at') return [`--${flag}${value === undefined ? '' : `=${value}`}`];
  return /^(false|no|off|0)$/i.test(value ?? '') ? [] : [`--${flag}`];
}

/** A name of several words needs no quotes. Only the app itself, in development, may precede the command. */
function commandOf(
  words: readonly string[],
  status: { readonly json: boolean; readonly watch: boolean },
): Command | null {
  const first = words.slice(0, 2);
  const called = (word: string) => commandWords.find((command) => command === word.toLowerCase());
  const at = first.findIndex((word) => called(word) !== undefined);
  const rest = words.slice(at + 1).join(' ');
  switch (called(words[at] ?? '')) {
    case undefined:
      return first.map(mistyped).find((command) => command !== null) ?? null;
    case 'status':
      return { do: 'status', ...status };
    case 'open':
      return { do: 'open', name: rest };
    case 'refresh':
      return { do: 'refresh', name: rest };
    case 'names':
      return { do: 'names' };
    case 'completion':
      return { do: 'completion', shell: rest };
  }
}

/** The flags that may be taken for commands. */
const flagWords = ['help', 'version', 'show', 'hidden', 'demo'];

/** Null for a word that is like no command: something else may have passed it. */
function mistyped(word: string): Command | null {
  const meant = nearestWord(word, [...commandWords, ...flagWords]);
  if (meant === null) return null;
  return { do: 'mistyped', typed: word, meant: flagWords.includes(meant) ? `--${meant}` : meant };
}

/** Whether an argument is an `octoglance:` link; schemes are case-insensitive (RFC 3986, 3.1). */
export function isLink(argument: string): boolean {
  return /^octoglance:/i.test(argument);
}

/** Longer than any link at the end of a sign-in, in characters. */
const longestArgument = 16_384;
/**
 * How much of a longer link is kept: its one-time value is at the beginning, and it is still recognised as too long.
 */
const keptOfLink = 9_000;

/** Shortens a link of any length so that it can be passed on. */
export function shortLink(link: string): string {
  return link.length > longestArgument ? link.slice(0, keptOfLink) : link;
}

/**
 * The arguments with an overlong `octoglance:` link shortened, or null if there is none. The arguments of a second
 * start are sent to the running app, which Chromium kills if it can't receive them (seen on Electron 33 with 100 kB),
 * and any web page can trigger such a start.
 */
export function withShortLink(args: readonly string[]): readonly string[] | null {
  const isLong = (argument: string) => isLink(argument) && argument.length > longestArgument;
  if (!args.some(isLong)) return null;
  return args.map((argument) => (isLong(argument) ? shortLink(argument) : argument));
}
