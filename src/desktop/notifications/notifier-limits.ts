import { MINUTE, type Milliseconds, SECOND } from '../../domain/time.ts';

export interface NotifierTimes {
  /** After so long without an answer the server counts as hanging. */
  readonly answer: Milliseconds;
  /** For so long what cannot be shown is kept. */
  readonly keep: Milliseconds;
  /** After so long what found no server, or was refused, is tried again. */
  readonly retry: Milliseconds;
  /** For so long `show` waits before it says no. */
  readonly show: Milliseconds;
}

export const usualTimes: NotifierTimes = {
  answer: 15 * SECOND,
  keep: 10 * MINUTE,
  retry: 30 * SECOND,
  show: 5 * SECOND,
};

/** More notifications than these are not remembered. */
export const mostEntries = 500;

/** So many calls at once wait for a server that is slow. */
export const mostAtOnce = 20;

/** What a server refuses so often is not tried again, nor what so many servers ended with. */
export const most = { refusals: 5, deaths: 10 } as const;
