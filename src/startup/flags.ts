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
  /** When the app started itself anew because of errors; null when a user or the system started it. */
  readonly restartedAt: Instant | null;
  /** `status` or `status --json`: ask the app that runs already, start none. Null for a start of the app. */
  readonly statusCommand: 'lines' | 'json' | null;
  /** `--version` or `--help`: print, start nothing. */
  readonly print: 'version' | 'help' | null;
  /** An `octoglance:` link that the system handed over, or null. */
  readonly deepLink: string | null;
}

const options = {
  'user-data-dir': { type: 'string' },
  hidden: { type: 'boolean' },
  demo: { type: 'boolean' },
  show: { type: 'boolean' },
  'status-stream': { type: 'boolean' },
  'restarted-at': { type: 'string' },
  json: { type: 'boolean' },
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
    statusCommand: positionals.includes('status') ? (values['json'] === true ? 'json' : 'lines') : null,
    print: values['help'] === true ? 'help' : values['version'] === true ? 'version' : null,
    deepLink: positionals.find((argument) => isLink(argument)) ?? null,
  };
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
