import { parseArgs } from 'node:util';

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
  /** An `octoglance:` link that the system handed over, or null. */
  readonly deepLink: string | null;
}

/** Reads the arguments after the executable. Unknown ones belong to Chromium or to the desktop and are passed over. */
export function readFlags(args: readonly string[]): Flags {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      'user-data-dir': { type: 'string' },
      hidden: { type: 'boolean' },
      demo: { type: 'boolean' },
      show: { type: 'boolean' },
      'status-stream': { type: 'boolean' },
    },
  });
  const folder = values['user-data-dir'];
  return {
    userDataFolder: typeof folder === 'string' && folder !== '' ? folder : null,
    hidden: values['hidden'] === true,
    demo: values['demo'] === true,
    show: values['show'] === true,
    statusStream: values['status-stream'] === true,
    deepLink: positionals.find((argument) => argument.startsWith('octoglance:')) ?? null,
  };
}
