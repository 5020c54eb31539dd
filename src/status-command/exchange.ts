/**
 * The status request. Nothing is sent before it: on Windows other users can open a pipe for reading, but not for
 * writing.
 */
export const statusRequest = 'status\n';

/** The longest response read, in characters; 1,000 printers need about 200,000. */
export const longestResponse = 4_000_000;

/** How long to wait for the status, in milliseconds. */
export const statusTimeout = 3_000;

/** What a second start asks the running app to do. */
export interface Launch {
  /** Open the window. */
  readonly show: boolean;
  /** An `octoglance:` link passed by the system, at most 16,384 characters. */
  readonly link: string | null;
}

/** How long to wait for a running app to act, in milliseconds. It may be starting itself. */
export const launchTimeout = 8_000;

/** The longest request read, in characters. */
export const longestRequest = 40_000;

/** Begins a launch; JSON follows. */
export const launchWord = 'launch ';

export const launchRequest = (launch: Launch): string => `${launchWord}${JSON.stringify(launch)}\n`;

/** The running app's responses to a launch: it takes over, or it is about to quit. */
export const launchResponses = { taken: 'taken\n', ending: 'ending\n' } as const;

/** A command from the terminal for the running app. */
export interface TerminalAction {
  readonly do: 'open' | 'refresh';
  /** The printer's name as typed by the user, at most 1,000 characters; empty if none was given. */
  readonly name: string;
}

/** Begins an action; JSON follows. */
export const actionWord = 'action ';

export function actionRequest({ do: wanted, name }: TerminalAction): string {
  return `${actionWord}${JSON.stringify({ do: wanted, name: name.slice(0, 1_000) })}\n`;
}

/** The format of the changes sent while a client is watching. */
export type WatchedAs = 'lines' | 'json';

export const watchRequests: Readonly<Record<WatchedAs, string>> = { lines: 'watch\n', json: 'watch json\n' };

export type SocketRequest =
  | { readonly asks: 'status' }
  | { readonly asks: 'launch'; readonly launch: Launch }
  | { readonly asks: 'action'; readonly action: TerminalAction }
  | { readonly asks: 'watch'; readonly as: WatchedAs };

/** The result of a request. */
export type RequestResult =
  | { readonly got: 'response'; readonly text: string }
  /** No app is running; a socket may be left over from one that was killed. */
  | { readonly got: 'not-running' }
  /** An app is running but doesn't respond. */
  | { readonly got: 'no-response' };
