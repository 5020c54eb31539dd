import { parseArgs } from 'node:util';
import type { Instant } from '../domain/time.ts';

/** The command line, design "Fixed interfaces". */
export interface Flags {
  /** Own profile folder, or null for the system's usual place. */
  readonly userDataFolder: string | null;
  /** No window at start, whatever else would open one. */
  readonly hidden: boolean;
  readonly demo: boolean;
  /** Open the window at start. */
  readonly show: boolean;
  readonly statusStream: boolean;
  /** When the app restarted itself because of errors; null when a user or the system started it. */
  readonly restartedAt: Instant | null;
  /** What to ask of the app that runs already; none is started. Null for a start of the app. */
  readonly command: Command | null;
  /** `--version` or `--help`: print, start nothing. */
  readonly print: 'version' | 'help' | null;
  /** An `octoglance:` link that the system handed over, or null. */
  readonly deepLink: string | null;
}

/** A word of the command line with what follows it. */
export type Command =
  /** `watch`: go on with each change. */
  | { readonly do: 'status'; readonly json: boolean; readonly watch: boolean }
  /** Opens the page of the printer with this name, as the user typed it; empty when none was given. */
  | { readonly do: 'open'; readonly name: string }
  /** Asks about the printer with this name now, or about all when none was given. */
  | { readonly do: 'refresh'; readonly name: string }
  /** Prints the names of the printers, for completions. */
  | { readonly do: 'names' }
  /** Prints the completions for a shell. */
  | { readonly do: 'completion'; readonly shell: string };

/** The words that are commands. */
export const commandWords: readonly Command['do'][] = ['status', 'open', 'refresh', 'names', 'completion'];

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

/** The names of the flags that OctoGlance takes itself, without dashes. */
export const ownFlags: ReadonlySet<string> = new Set(Object.keys(options));

/** Reads the arguments after the executable. Others belong to Chromium or to the desktop and are passed over. */
export function readFlags(args: readonly string[]): Flags {
  const { values, positionals } = parseArgs({ args: [...args], strict: false, allowPositionals: true, options });
  const folder = values['user-data-dir'];
  const restartedAt = values['restarted-at'];
  return {
    userDataFolder: typeof folder === 'string' && folder !== '' ? folder : null,
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

/** A name of several words needs no quotation marks. Before the command stands at most the app itself, in development. */
function commandOf(
  words: readonly string[],
  status: { readonly json: boolean; readonly watch: boolean },
): Command | null {
  const isCommand = (word: string) => commandWords.some((command) => command === word);
  const at = words.slice(0, 2).findIndex(isCommand);
  const rest = words.slice(at + 1).join(' ');
  switch (at === -1 ? null : (words[at] as Command['do'])) {
    case null:
      return null;
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

/** Whether an argument is an `octoglance:` link; schemes are the same in capitals (RFC 3986, 3.1). */
export function isLink(argument: string): boolean {
  return /^octoglance:/i.test(argument);
}

/** More than any link has that a sign-in ends on, in characters. */
const longestArgument = 16_384;
/** What is left of a longer one: its one-time value stands at the front, and it is still seen to be too long. */
const keptOfLink = 9_000;

/** A link of any length as one that can be handed over. */
export function shortLink(link: string): string {
  return link.length > longestArgument ? link.slice(0, keptOfLink) : link;
}

/**
 * The arguments with an overlong `octoglance:` link cut short, or null when there is none. The arguments of a second start
 * go to the running app, which Chromium kills when it cannot take them over (seen on Electron 33 with 100 kB), and any web
 * page can make such a start happen.
 */
export function withShortLink(args: readonly string[]): readonly string[] | null {
  const isLong = (argument: string) => isLink(argument) && argument.length > longestArgument;
  if (!args.some(isLong)) return null;
  return args.map((argument) => (isLong(argument) ? shortLink(argument) : argument));
}
